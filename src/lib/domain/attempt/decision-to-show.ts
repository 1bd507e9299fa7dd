import type { KeyedItem } from '../question-bank/keyed-item.ts';
import type { DrawnOrder } from '../question-bank/shown-id.ts';
import { decisionInWords, decisionWithoutKey, type ShownDecision } from './decision-words.ts';
import type { InForce } from './explain-response.ts';

/**
 * What a page says of the decision that is in force for an item. While the feedback is closed the reason stays out, since
 * it may tell the key, and so does a decision that names one.
 */
export function decisionToShow(
  decided: InForce | null,
  { isDue, ...placed }: { isDue: boolean; item: KeyedItem; order: DrawnOrder }
): ShownDecision | null {
  if (decided === null) return null;
  if (isDue) return { words: decisionInWords(decided.regrade, placed), reason: decided.reason };
  const words = decisionWithoutKey(decided.regrade, placed);
  return words === null ? null : { words, reason: '' };
}
