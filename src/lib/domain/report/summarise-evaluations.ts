import type { EvaluationAnswer, EvaluationAnswers } from '../evaluation/evaluation-answers.ts';
import type { EvaluationForm, EvaluationQuestion } from '../evaluation/evaluation-form.ts';
import type { EvaluationSummary } from './activity-file.ts';
import { holdBackSmall, shownCount } from './small-cells.ts';

/** Of so few who evaluated nothing is shown of what they said. */
const FEW = 5;

type Offered = { id: string; label: string }[];

/** What a question offers to choose from; free text and ratings are not counted here. */
function offeredBy(question: EvaluationQuestion): Offered {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
    case 'consent':
      return question.options;
    case 'commitment-to-change':
      return [...question.options, ...question.exclusiveOptions];
    case 'before-after-rating':
      return question.rows.flatMap(({ objective }) =>
        question.columns.flatMap(({ id, label }) =>
          question.scale.map(({ value, label: words }) => ({
            id: `${objective}.${id}.${value}`,
            label: `${objective}, ${label}: ${words}`
          }))
        )
      );
    case 'long-text':
      return [];
    default:
      return question satisfies never;
  }
}

/** What one learner chose, in the ids of `offeredBy`. */
function chosenIn(answer: EvaluationAnswer | undefined): string[] {
  switch (answer?.type) {
    case 'single-choice':
    case 'consent':
      return [answer.option];
    case 'multiple-choice':
    case 'commitment-to-change':
      return answer.options;
    case 'before-after-rating':
      return Object.entries(answer.ratings).flatMap(([objective, columns]) =>
        Object.entries(columns).map(([column, value]) => `${objective}.${column}.${value}`)
      );
    case 'long-text':
    case undefined:
      return [];
    default:
      return answer satisfies never;
  }
}

/**
 * How often each answer of an evaluation was chosen. Nothing is shown where fewer than five evaluated; small counts are
 * held back.
 */
export function summariseEvaluations(
  form: EvaluationForm | null,
  all: EvaluationAnswers[]
): EvaluationSummary {
  const submitted = shownCount(all.length);
  if (form === null || all.length < FEW) return { submitted, questions: [] };
  const questions = form.questions.flatMap((question) => {
    const offered = offeredBy(question);
    if (offered.length === 0) return [];
    const chosen = all.map((answers) => chosenIn(answers[question.id]));
    const counts = holdBackSmall(offered.map(({ id }) => chosen.filter((ids) => ids.includes(id)).length));
    const answers = offered.map(({ label }, index) => ({ label, count: counts[index] ?? null }));
    return [{ id: question.id, text: question.text, answers }];
  });
  return { submitted, questions };
}
