import type { EvaluationAnswer, EvaluationAnswers } from '../evaluation/evaluation-answers.ts';

/** An answer without what was typed; null: it was nothing else. */
function withoutText(answer: EvaluationAnswer): EvaluationAnswer | null {
  switch (answer.type) {
    case 'long-text':
      return null;
    case 'commitment-to-change':
      return { ...answer, ownWords: [] };
    case 'multiple-choice':
      return { ...answer, otherText: null };
    case 'before-after-rating':
    case 'single-choice':
    case 'consent':
      return answer;
    default:
      return answer satisfies never;
  }
}

/** Answers to an evaluation without anything that was typed: what was chosen and rated still counts. */
export function withoutFreeText(answers: EvaluationAnswers): EvaluationAnswers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]) => {
      const left = withoutText(answer);
      return left === null ? [] : [[question, left]];
    })
  );
}

/** The commitments that somebody wrote in their own words, which a follow-up quotes. */
export function ownWordsOf(answers: EvaluationAnswers): string[] {
  return Object.values(answers).flatMap((answer) =>
    answer.type === 'commitment-to-change' ? answer.ownWords : []
  );
}
