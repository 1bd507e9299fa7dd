import type { EvaluationAnswer } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { EvaluationQuestion } from '#lib/domain/evaluation/evaluation-form.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';

type Labelled = { id: string; label: string };

const labelsOf = (choices: readonly Labelled[], ids: string[]) =>
  ids.map((id) => choices.find((choice) => choice.id === id)?.label ?? id);

/** Every choice that a question offers. */
function choicesOf(question: EvaluationQuestion): Labelled[] {
  switch (question.type) {
    case 'before-after-rating':
      return question.columns;
    case 'commitment-to-change':
      return [...question.options, ...question.exclusiveOptions];
    case 'single-choice':
    case 'multiple-choice':
    case 'consent':
      return question.options;
    case 'long-text':
      return [];
    default:
      return question satisfies never;
  }
}

function ratingWords(
  ratings: Record<string, Record<string, number>>,
  question: EvaluationQuestion
): string[] {
  const columns = choicesOf(question);
  return Object.entries(ratings)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([objective, values]) => {
      const rated = columns.flatMap(({ id, label }) =>
        values[id] === undefined ? [] : [`${label} ${values[id]}`]
      );
      return `${objective}: ${rated.join(', ')}`;
    });
}

function answerWords(question: EvaluationQuestion, answer: EvaluationAnswer): string[] {
  const choices = choicesOf(question);
  switch (answer.type) {
    case 'before-after-rating':
      return ratingWords(answer.ratings, question);
    case 'single-choice':
    case 'consent':
      return labelsOf(choices, [answer.option]);
    case 'long-text':
      return [answer.text];
    case 'commitment-to-change':
      return [...labelsOf(choices, answer.options), ...answer.ownWords.map((words) => `“${words}”`)];
    case 'multiple-choice':
      return [...labelsOf(choices, answer.options), ...(answer.otherText === null ? [] : [answer.otherText])];
    default:
      return answer satisfies never;
  }
}

/** The questions of the form as it was published, and what the learner answered. */
export function evaluationSection({ evaluation }: CompletionEvidence): EvidenceSection {
  const { form, answers, submittedAt, id } = evaluation;
  const questions = (form?.questions ?? []).flatMap((question): EvidenceBlock[] => {
    const answer = answers[question.id];
    const words = answer === undefined ? ['Not answered'] : answerWords(question, answer);
    return [heading(question.text), ...list(words)];
  });
  return {
    id: 'evaluation',
    title: 'Evaluation',
    blocks: [
      factsOf({ Submitted: instantWords(submittedAt), 'Evaluation id': id }),
      ...paragraph(form?.intro ?? null),
      ...questions
    ]
  };
}
