import type { ShownDecision } from './decision-words.ts';
import type { ItemFeedback } from './item-feedback.ts';
import type { AttemptFacts } from './attempt-facts.ts';

export type ObjectiveResult = { code: string; wording: string; correct: number; total: number };

export type SectionLink = { href: string; title: string };

/** One item of a scored form. `feedback` is null while its key must stay closed. */
export type ResultItem = {
  position: number;
  stem: string;
  outcome: ItemFeedback['outcome'];
  feedback: ItemFeedback | null;
  /** What may be said of a decision about the item while its feedback is closed; null: nothing. */
  decision: ShownDecision | null;
};

export type ScoredResult = {
  kind: 'scored';
  attempt: AttemptFacts;
  correct: number;
  /** The items of the form that count: all but those that a regrade dropped. */
  counted: number;
  /** Null where nothing is to be passed. */
  passed: boolean | null;
  /** How many of the items that count pass; null where nothing is to be passed. */
  itemsToPass: number | null;
  /** The attempt was passed, a later regrade lowered its score, and the pass stands. */
  keepsPass: boolean;
  attemptsLeft: number | null;
  objectives: ObjectiveResult[];
  /** Sections of the items that were not right, in the order of the lesson. */
  reread: SectionLink[];
  items: ResultItem[];
  /** Rationales are kept back because items of this form stand in another form that is open. */
  feedbackWithheld: boolean;
};

/** `saved`: the attempt shows no score, key or rationale (a pre-test). */
export type ResultView =
  { kind: 'open'; attempt: AttemptFacts } | { kind: 'saved'; attempt: AttemptFacts } | ScoredResult;
