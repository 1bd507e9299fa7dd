import { availability } from '#lib/domain/activity/availability.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { missingRequirements, type Requirement } from '#lib/domain/credit/missing-requirements.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalEvaluationId } from '../evaluation/queries.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  insertCompletion,
  selectOptionalCompletion,
  type Completion,
  type LearnerAndVersion
} from './queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';

/** Why there is no completion: requirements are open, or the last one was met while the activity gave no credit. */
export type NoCompletion = { kind: 'missing'; missing: Requirement[] } | { kind: 'closed' };

type Evidence = { attemptId: string; evaluationId: string };

/** What a completion rests on, or the requirements that are open. */
async function findEvidence(
  tx: Executor,
  learner: LearnerAndVersion
): Promise<Result<Evidence, Requirement[]>> {
  const progress = await readLearnerProgress(tx, learner);
  const attemptId = progress.assessment.passedAttemptId;
  const evaluationId = await selectOptionalEvaluationId(tx, learner);
  const missing = missingRequirements(progress);
  if (missing.length > 0 || attemptId === null || evaluationId === null) return failure(missing);
  return success({ attemptId, evaluationId });
}

/**
 * The completion of a person, recorded now where nothing is missing any more. A part of submitting an evaluation and of
 * claiming: call it inside their transaction, with the person locked.
 */
export async function recordCompletion(
  tx: Executor,
  { personId, activityVersionId, now }: LearnerAndVersion & { now: Date }
): Promise<Result<Completion, NoCompletion>> {
  const learner = { personId, activityVersionId };
  const recorded = await selectOptionalCompletion(tx, learner);
  if (recorded) return success(recorded);
  const evidence = await findEvidence(tx, learner);
  if (!evidence.ok) return failure({ kind: 'missing', missing: evidence.problem });
  const completion = { id: crypto.randomUUID(), completedOn: calendarDayOf(now) };
  const activity = await readActivityVersion(tx, activityVersionId);
  if (availability(activity, completion.completedOn) !== 'open') return failure({ kind: 'closed' });
  await insertCompletion(tx, { ...learner, ...completion, ...evidence.value, completedAt: now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'credit.record-completion',
    subject: { kind: 'completion', id: completion.id },
    detail: { activityVersionId, ...evidence.value, completedOn: completion.completedOn }
  });
  return success(completion);
}
