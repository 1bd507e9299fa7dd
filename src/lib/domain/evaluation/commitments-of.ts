import type { EvaluationAnswers } from './evaluation-answers.ts';
import type { EvaluationForm } from './evaluation-form.ts';

/**
 * What a learner meant to change, in the words that were chosen or written, in the order of the form. "No change" is no
 * commitment. A follow-up quotes them (cme-rules.md §6.2: the learner's own words).
 */
export function commitmentsOf(form: EvaluationForm, answers: EvaluationAnswers): string[] {
  return form.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (question.type !== 'commitment-to-change' || answer?.type !== 'commitment-to-change') return [];
    const chosen = question.options.filter(({ id }) => answer.options.includes(id));
    return [...chosen.map(({ label }) => label), ...answer.ownWords];
  });
}
