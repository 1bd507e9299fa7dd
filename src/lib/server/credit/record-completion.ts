import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { missingRequirements, type Requirement } from '#lib/domain/credit/missing-requirements.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalEvaluationId } from '../evaluation/queries.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  insertCompletion,
  selectOptionalCompletion,
  selectVersionForCredit,
  type Completion,
  type LearnerAndVersion
} from './queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';

/** Why there is no completion: requirements are open, or the last of them was met after the activity had closed. */
export type NoCompletion =
  { kind: 'missing'; missing: Requirement[] } | { kind: 'closed'; expiryDate: string };

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
  const progress = await readLearnerProgress(tx, learner);
  const missing = missingRequirements(progress);
  const attemptId = progress.assessment.passedAttemptId;
  const evaluationId = await selectOptionalEvaluationId(tx, learner);
  if (missing.length > 0 || attemptId === null || evaluationId === null)
    return failure({ kind: 'missing', missing });
  const { expiryDate } = await selectVersionForCredit(tx, activityVersionId);
  const completion = { id: crypto.randomUUID(), completedOn: calendarDayOf(now) };
  if (completion.completedOn > expiryDate) return failure({ kind: 'closed', expiryDate });
  await insertCompletion(tx, { ...learner, ...completion, attemptId, evaluationId, completedAt: now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'credit.record-completion',
    subject: { kind: 'completion', id: completion.id },
    detail: { activityVersionId, attemptId, evaluationId, completedOn: completion.completedOn }
  });
  return success(completion);
}
