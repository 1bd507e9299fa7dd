import type { SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listSectionPlaces, listStatedObjectives, replaceSectionObjectives } from './section-queries.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

/** Who changes the lesson of which draft. */
export type LessonEdit = { activityVersionId: string; lessonId: string; actorId: string; now: Date };

/** `changed-meanwhile`: somebody else saved since the form was filled in. */
export type LessonProblem = 'no-draft' | 'no-such-section' | 'changed-meanwhile';

export type SectionPlace = Awaited<ReturnType<typeof listSectionPlaces>>[number];

type Change = {
  /** The verb of the audit row, e.g. `add-section`. */
  verb: string;
  /** Does it, and says of which section; null: there is no such section; or why nothing was written. */
  apply: (
    tx: Executor,
    places: SectionPlace[]
  ) => Promise<{ sectionId: string } | 'changed-meanwhile' | null>;
};

/** Changes the lesson of a draft in one transaction, one author at a time. */
export function editLesson(
  db: Executor,
  edit: LessonEdit,
  { verb, apply }: Change
): Promise<Result<{ sectionId: string }, LessonProblem>> {
  const { activityVersionId, lessonId, actorId, now } = edit;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure('no-draft');
    const changed = await apply(tx, await listSectionPlaces(tx, lessonId));
    if (changed === null) return failure('no-such-section');
    if (changed === 'changed-meanwhile') return failure(changed);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'lesson-section', id: changed.sectionId };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: `lesson.${verb}`,
      subject,
      detail: { activityVersionId }
    });
    return success(changed);
  });
}

/** Gives a section those of the objectives that the version states. */
export async function writeObjectives(
  tx: Executor,
  {
    activityVersionId,
    sectionId,
    objectiveIds
  }: { activityVersionId: string; sectionId: string } & Pick<SectionFacts, 'objectiveIds'>
): Promise<void> {
  const stated = await listStatedObjectives(tx, { activityVersionId, ids: objectiveIds });
  await replaceSectionObjectives(tx, sectionId, stated);
}
