import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import { planFollowUps } from '#lib/domain/evaluation/follow-up-plan.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { upsertMailPreference } from '../identity/mail-queries.ts';
import { insertFollowUps } from './follow-up-queries.ts';
import { selectOptionalEvaluationForm } from './queries.ts';

type Submitted = {
  evaluationId: string;
  personId: string;
  activityVersionId: string;
  answers: EvaluationAnswers;
  now: Date;
};

/**
 * Plans the follow-ups that a learner agreed to in an evaluation. A part of submitting it, in its transaction. Saying yes
 * here is a new consent: it holds also where the person had unsubscribed before.
 */
export async function scheduleFollowUps(tx: Executor, submitted: Submitted): Promise<void> {
  const { evaluationId, personId, activityVersionId, answers, now } = submitted;
  const form = await selectOptionalEvaluationForm(tx, activityVersionId);
  const planned = form ? planFollowUps(form, answers, now) : [];
  if (planned.length === 0) return;
  await insertFollowUps(tx, { evaluationId, personId, planned });
  await upsertMailPreference(tx, { personId, followUps: true, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'evaluation.agree-to-follow-up',
    subject: { kind: 'evaluation', id: evaluationId },
    detail: { days: planned.map(({ days }) => days) }
  });
}
