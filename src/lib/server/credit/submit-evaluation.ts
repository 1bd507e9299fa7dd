import { availability } from '#lib/domain/activity/availability.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { Requirement } from '#lib/domain/credit/missing-requirements.ts';
import { canonicalJson } from '#lib/domain/identity/chain/canonical-json.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { insertEvaluation, selectOptionalAnswers } from '../evaluation/queries.ts';
import { scheduleFollowUps } from '../evaluation/schedule-follow-ups.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockPerson, type LearnerAndVersion } from './queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';
import { recordCompletion } from './record-completion.ts';

export type EvaluationOutcome = { completedOn: string | null; missing: Requirement[] };

/** `closed`: the activity gives no credit today. `sent-before`: another evaluation stands. */
export type EvaluationRefusal = 'not-passed' | 'closed' | 'sent-before';

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

/** Keeps the first evaluation; another one after it is refused, since somebody would take it for kept. */
async function keepFirst(tx: Executor, submission: Submission): Promise<EvaluationRefusal | null> {
  const before = await selectOptionalAnswers(tx, submission);
  if (before) return canonicalJson(before) === canonicalJson(submission.answers) ? null : 'sent-before';
  const refusal = await refusalOf(tx, submission);
  if (refusal === null) await keepEvaluation(tx, submission);
  return refusal;
}

/**
 * Keeps an evaluation and records the completion where it was the last requirement. The first evaluation stands: the same
 * again gets the same outcome. It lives here and not in the evaluation room, because an action
 * stands in the highest room that it writes to.
 */
export async function submitEvaluation(
  db: Executor,
  submission: Submission
): Promise<Result<EvaluationOutcome, EvaluationRefusal>> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, submission.personId);
    const refusal = await keepFirst(tx, submission);
    if (refusal) return failure(refusal);
    const completion = await recordCompletion(tx, submission);
    if (completion.ok) return success({ completedOn: completion.value.completedOn, missing: [] });
    const missing = completion.problem.kind === 'missing' ? completion.problem.missing : [];
    return success({ completedOn: null, missing });
  });
}
