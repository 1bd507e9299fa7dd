import type { EvaluationAnswers } from './evaluation-answers.ts';
import type { EvaluationForm } from './evaluation-form.ts';

const DAY = 86_400_000;

/** The option of a consent question that gives it; every other one refuses. */
const CONSENT = 'yes';

/** For so many days after it is due, a follow-up can be answered; later answers would say little of that day. */
const DAYS_OPEN = 60;

/** A question that is asked so many days after the evaluation. */
export type PlannedFollowUp = { days: number; dueAt: Date };

/**
 * The follow-ups that a learner agreed to; none where nobody asked or the learner did not say yes. 30, 60 and 90 days are
 * the habit of the field (cme-rules.md §6.2); the form of the activity says which of them.
 */
export function planFollowUps(
  form: EvaluationForm,
  answers: EvaluationAnswers,
  submittedAt: Date
): PlannedFollowUp[] {
  const days = form.questions.flatMap((question) => {
    const answer = answers[question.id];
    const isGiven = question.type === 'consent' && answer?.type === 'consent' && answer.option === CONSENT;
    return isGiven ? question.days : [];
  });
  return [...new Set(days)]
    .toSorted((one, other) => one - other)
    .map((each) => ({ days: each, dueAt: new Date(submittedAt.getTime() + each * DAY) }));
}

/** Whether a follow-up that was due at this instant takes no answer any more. */
export function isFollowUpOver(dueAt: Date, now: Date): boolean {
  return now.getTime() > dueAt.getTime() + DAYS_OPEN * DAY;
}
