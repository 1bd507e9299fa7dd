import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { DrawnItem, DrawProblem } from '#lib/domain/attempt/draw-form.ts';
import { mayStartAttempt, type StartProblem } from '#lib/domain/attempt/may-start-attempt.ts';
import type { PracticeSelection } from '#lib/domain/attempt/practice-selection.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { RANDOM_BYTES, timeOrderedId } from '#lib/domain/time-ordered-id.ts';
import type { Executor } from '../db/index.ts';
import { readOffered } from '../activity/read-activity.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockStanding } from './accommodation-queries.ts';
import { closeAttempt } from './close-attempt.ts';
import { drawAttempt } from './draw-attempt.ts';
import { insertAttemptItems } from './form-queries.ts';
import { insertAttempt, lockOpenAttempt } from './queries.ts';
import { readStanding } from './read-standing.ts';
import { readClosingTime } from './read-closing-time.ts';
import { lockScoring } from './regrade-queries.ts';

export type StartInput = {
  slug: string;
  /** The version that the person goes through; the live one where nothing is said. */
  activityVersionId?: string;
  kind: AssessmentKind;
  personId: string;
  /** What practice draws from; the other kinds take `{ kind: 'all' }`. */
  selection: PracticeSelection;
  now: Date;
};

export type StartFailure = StartProblem | DrawProblem['kind'] | 'no-such-assessment';

type Started = { attemptId: string; isNew: boolean };

type NewAttempt = {
  assessment: AssessmentFacts;
  input: StartInput;
  ordinal: number;
  seed: number;
  form: DrawnItem[];
  closesAt: Date | null;
};

const detailOf = ({ assessment, input, ordinal, form, closesAt }: NewAttempt) => ({
  assessmentId: assessment.id,
  kind: assessment.kind,
  ordinal,
  selection: input.selection.kind,
  itemsTotal: form.length,
  ...(closesAt ? { closesAt: closesAt.toISOString() } : {})
});

/** Writes the drawn form with its audit row; null where another request has opened an attempt meanwhile. */
async function insertDrawn(tx: Executor, drawn: NewAttempt): Promise<Started | null> {
  const { assessment, input, form, ordinal, seed, closesAt } = drawn;
  const { personId, now } = input;
  const id = timeOrderedId(now, crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  const whose = { assessmentId: assessment.id, personId, ordinal };
  const attempt = { id, ...whose, seed, itemsTotal: form.length, startedAt: now, closesAt };
  if (!(await insertAttempt(tx, attempt))) return null;
  await insertAttemptItems(tx, { attemptId: id, form });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'attempt.start-attempt',
    subject: { kind: 'attempt', id },
    detail: detailOf(drawn)
  });
  return { attemptId: id, isNew: true };
}

type Found = { activity: ActivityFacts; assessment: AssessmentFacts; input: StartInput };

async function drawAndInsert(
  tx: Executor,
  { activity, assessment, input }: Found
): Promise<Result<Started | null, StartFailure>> {
  const open = await lockOpenAttempt(tx, { assessmentId: assessment.id, personId: input.personId });
  if (open && input.kind !== 'practice') return success({ attemptId: open.id, isNew: false });
  const standing = await readStanding(tx, { activity, assessment, ...input });
  const allowed = mayStartAttempt(standing);
  if (!allowed.ok) return allowed;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const form = await drawAttempt(tx, { activity, assessment, ...input, seed });
  if (!form.ok) return failure(form.problem.kind);
  if (open) await closeAttempt(tx, { attempt: open, ...input });
  const ordinal = standing.attempts.length + 1;
  const closesAt = await readClosingTime(tx, { activity, ...input });
  return success(await insertDrawn(tx, { assessment, input, ordinal, seed, form: form.value, closesAt }));
}

/**
 * Starts an attempt at a published version of an activity, or gives the one that is open. Two requests at once get the same
 * attempt: the second one's insert waits for the first and then finds it. Practice draws anew each time and closes what
 * was open, once it is certain that there is something to draw.
 */
export function startAttempt(db: Executor, input: StartInput): Promise<Result<Started, StartFailure>> {
  return db.transaction(async (tx) => {
    const activity = await readOffered(tx, input);
    const assessment = activity?.assessments.find(({ kind }) => kind === input.kind);
    if (!activity || !assessment) return failure('no-such-assessment');
    // Starting practice closes the one that is open.
    if (input.kind === 'practice') await lockScoring(tx);
    const isTimed = input.kind === 'assessment' && activity.timeLimitMinutes !== null;
    if (isTimed) await lockStanding(tx, input.personId);
    const started = await drawAndInsert(tx, { activity, assessment, input });
    if (!started.ok) return started;
    if (started.value) return success(started.value);
    const theirs = await lockOpenAttempt(tx, { assessmentId: assessment.id, personId: input.personId });
    if (!theirs)
      throw new Error('Another request opened and closed an attempt while this one was being started');
    return success({ attemptId: theirs.id, isNew: false });
  });
}
