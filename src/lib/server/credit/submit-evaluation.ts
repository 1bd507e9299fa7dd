import { availability } from '#lib/domain/activity/availability.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { Requirement } from '#lib/domain/credit/missing-requirements.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { insertEvaluation, selectOptionalEvaluationId } from '../evaluation/queries.ts';
import { scheduleFollowUps } from '../evaluation/schedule-follow-ups.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockPerson, type LearnerAndVersion } from './queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';
import { recordCompletion } from './record-completion.ts';

export type EvaluationOutcome = { completedOn: string | null; missing: Requirement[] };

/** `closed`: the activity gives no credit today. */
export type EvaluationRefusal = 'not-passed' | 'closed';

type Submission = LearnerAndVersion & { answers: EvaluationAnswers; now: Date };

async function refusalOf(tx: Executor, submission: Submission): Promise<EvaluationRefusal | null> {
  const progress = await readLearnerProgress(tx, submission);
  if (progress.assessment.passedAttemptId === null) return 'not-passed';
  const activity = await readActivityVersion(tx, submission.activityVersionId);
  return availability(activity, calendarDayOf(submission.now)) === 'open' ? null : 'closed';
}

async function keepEvaluation(tx: Executor, submission: Submission): Promise<void> {
  const { personId, activityVersionId, answers, now } = submission;
  const id = crypto.randomUUID();
  await insertEvaluation(tx, { id, personId, activityVersionId, answers, submittedAt: now });
  const event = { at: now, actorId: personId, subject: { kind: 'evaluation', id } };
  await insertAuditEvent(tx, { ...event, action: 'evaluation.submit', detail: { activityVersionId } });
  await scheduleFollowUps(tx, { evaluationId: id, personId, activityVersionId, answers, now });
}

/**
 * Keeps an evaluation and records the completion where it was the last requirement. The first evaluation stands: sent
 * again, whatever it says, it gets the same outcome. It lives here and not in the evaluation room, because an action
 * stands in the highest room that it writes to.
 */
export async function submitEvaluation(
  db: Executor,
  submission: Submission
): Promise<Result<EvaluationOutcome, EvaluationRefusal>> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, submission.personId);
    if ((await selectOptionalEvaluationId(tx, submission)) === null) {
      const refusal = await refusalOf(tx, submission);
      if (refusal) return failure(refusal);
      await keepEvaluation(tx, submission);
    }
    const completion = await recordCompletion(tx, submission);
    if (completion.ok) return success({ completedOn: completion.value.completedOn, missing: [] });
    const missing = completion.problem.kind === 'missing' ? completion.problem.missing : [];
    return success({ completedOn: null, missing });
  });
}
