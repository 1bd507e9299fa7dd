import type { AmaPart } from '../reference/ama-parts.ts';
import type { ReferenceStatus } from '../reference/reference-status.ts';
import type { ShownDecision } from './decision-words.ts';
import type { Score } from './score-response.ts';

/** `right` and `wrong` mark what the learner gave; `key` an option that should have been chosen; `other` the rest. */
export type FeedbackMark = 'right' | 'wrong' | 'key' | 'other';

/** One option (or unused target) with its rationale, as the feedback lists it. */
export type FeedbackRow = {
  /** The letter beside it; null where the form shows none. */
  letter: string | null;
  text: string;
  rationale: string;
  mark: FeedbackMark;
  /** What the learner gave for this row, in words; null where choosing it is all. */
  given: string | null;
  /** What is right for this row, in words; null where choosing it is all. */
  right: string | null;
};

/** A source of the item: the reference in AMA style, and the passage that the item leans on. */
export type FeedbackCitation = {
  citationKey: string;
  /** The number in the activity's reference list; null where it is not on it. */
  number: number | null;
  /** How the reference stands today. */
  status: ReferenceStatus;
  /** In AMA style. */
  reference: AmaPart[];
  /** Where the passage itself can be read, if that is known. */
  url: string | null;
  locator: string | null;
  passageKind: 'quote' | 'paraphrase';
  passage: string;
};

/** What a learner sees of an item once its feedback is due, in the order of the page. */
export type ItemExplanation = {
  /** `not-counted`: the item was dropped. */
  outcome: 'correct' | 'not-correct' | 'not-answered' | 'not-counted';
  /** One or two short sentences, e.g. "Not this one. The answer is C." */
  verdict: string;
  score: Score;
  yours: FeedbackRow[];
  key: FeedbackRow[];
  others: FeedbackRow[];
  keyPoint: string;
  /** What was decided of the item after it was answered; null: nothing. */
  decision: ShownDecision | null;
};

export type ItemFeedback = ItemExplanation & {
  citations: FeedbackCitation[];
  /** The section to read again; null where the item names none. */
  reread: { href: string; title: string } | null;
};
