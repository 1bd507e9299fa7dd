type Choice = { id: string; label: string };

type QuestionBase = { id: string; text: string; required: boolean };

/** "How well could you do this before, and now?": a rating for each objective and column. */
export type BeforeAfterQuestion = QuestionBase & {
  type: 'before-after-rating';
  scale: { value: number; label: string }[];
  columns: Choice[];
  rows: { objective: string; text: string }[];
};

export type SingleChoiceQuestion = QuestionBase & { type: 'single-choice'; options: Choice[] };

export type LongTextQuestion = QuestionBase & {
  type: 'long-text';
  maxLength: number;
  requiredWhen?: { question: string; equals: string };
};

/** Up to `maximum` changes that the learner means to make, chosen or in their own words. */
export type CommitmentQuestion = QuestionBase & {
  type: 'commitment-to-change';
  minimum: number;
  maximum: number;
  options: (Choice & { objective: string })[];
  freeText: { allowed: boolean; maximumEntries: number; maxLength: number; label: string };
  exclusiveOptions: Choice[];
};

export type MultipleChoiceQuestion = QuestionBase & {
  type: 'multiple-choice';
  options: (Choice & { exclusive?: boolean; freeText?: { maxLength: number } })[];
};

/** May we write after so many days? One number, or several. */
export type ConsentQuestion = QuestionBase & {
  type: 'consent';
  days: number | number[];
  options: Choice[];
  note: string;
};

export type EvaluationQuestion =
  | BeforeAfterQuestion
  | SingleChoiceQuestion
  | LongTextQuestion
  | CommitmentQuestion
  | MultipleChoiceQuestion
  | ConsentQuestion;

export type EvaluationForm = { title: string; intro: string; questions: EvaluationQuestion[] };
