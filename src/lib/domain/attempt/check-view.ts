import type { ShownDecision } from './decision-words.ts';
import type { AttemptFacts } from './attempt-facts.ts';

/** One item on the page that checks all answers. `answer` is null where there is none. */
export type CheckEntry = {
  position: number;
  stem: string;
  answer: string[] | null;
  flagged: boolean;
  /** What was decided of the item, as far as it may be said now; null: nothing. `reason` is empty while it might tell the key. */
  decision: ShownDecision | null;
};

export type CheckView = { attempt: AttemptFacts; entries: CheckEntry[]; unanswered: number };

const urgency = ({ answer, flagged }: CheckEntry) => (answer === null ? 0 : flagged ? 1 : 2);

/** Unanswered first, then flagged, then the rest; by position within each. */
export function orderForCheck(entries: CheckEntry[]): CheckEntry[] {
  return entries.toSorted((one, other) => urgency(one) - urgency(other) || one.position - other.position);
}
