import type { NewActivity } from '#lib/domain/activity/new-activity.ts';
import { calendarDayOf, daysAfter } from '#lib/domain/calendar-day.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertEditor } from './authoring-queries.ts';
import { insertNewActivity, selectDemonstrationId } from './creation-queries.ts';

type Input = NewActivity & {
  /** The evaluation form to begin with. */
  evaluation: object;
  actorId: string;
  now: Date;
};

/** The one row of the first draft, with proposals where something must stand. */
function draftOf({ title, now }: Input, ids: { activityId: string; statementId: string; lessonId: string }) {
  const today = calendarDayOf(now);
  return {
    id: crypto.randomUUID(),
    activityId: ids.activityId,
    version: '0.1.0',
    status: 'draft',
    title,
    summary: '',
    audience: [],
    audienceNote: 'For healthcare professionals.',
    format: 'enduring-material',
    estimatedMinutes: 30,
    releaseDate: daysAfter(today, 30),
    reviewDate: daysAfter(today, 395),
    expiryDate: daysAfter(today, 1_095),
    maximumQuarterCredits: 2,
    accreditationStatementId: ids.statementId,
    disclosureStatement: '',
    supportStatement: '',
    medicalDisclaimer: '',
    lessonId: ids.lessonId
  };
}

/**
 * Makes an activity with an empty working copy: one section, a bank for practice and one for the assessment, three forms
 * without items, an evaluation form, and demonstration credit (product.md, promise 8).
 */
export function createActivity(
  db: Executor,
  input: Input
): Promise<Result<{ activityId: string }, 'address-taken'>> {
  const { slug, evaluation, actorId, now } = input;
  return db.transaction(async (tx) => {
    const ids = { activityId: crypto.randomUUID(), lessonId: crypto.randomUUID() };
    const version = draftOf(input, { ...ids, statementId: await selectDemonstrationId(tx, now) });
    const isNew = await insertNewActivity(tx, { slug, version, evaluation, now });
    if (!isNew) return failure('address-taken');
    await insertEditor(tx, { activityVersionId: version.id, actorId, now });
    const subject = { kind: 'activity', id: ids.activityId };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.create-activity',
      subject,
      detail: { slug }
    });
    return success({ activityId: ids.activityId });
  });
}
