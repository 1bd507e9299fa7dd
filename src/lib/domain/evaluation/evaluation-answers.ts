/** The answers of one learner, by question id. A question that was left open has no entry. */
export type EvaluationAnswers = Record<string, EvaluationAnswer>;

export type EvaluationAnswer =
  /** Objective code to column id to value. */
  | { type: 'before-after-rating'; ratings: Record<string, Record<string, number>> }
  | { type: 'single-choice'; option: string }
  | { type: 'long-text'; text: string }
  | { type: 'commitment-to-change'; options: string[]; ownWords: string[] }
  | { type: 'multiple-choice'; options: string[]; otherText: string | null }
  | { type: 'consent'; option: string };
