import { matchExpected } from './match-expected.ts';
import type {
  KeyedChoiceItem,
  KeyedItem,
  KeyedMatchingItem,
  KeyedNumericItem,
  KeyedOrderingItem,
  KeyedShortTextItem
} from '../question-bank/keyed-item.ts';
import type { Response } from './response.ts';

/** `correct`: all right, what an assessment counts. `earned` of `possible`: part marks, shown in practice. */
export type Score = { correct: boolean; earned: number; possible: number };

const outOf = (earned: number, possible: number): Score => ({
  correct: earned === possible,
  earned,
  possible
});

/**
 * earned = keys chosen − options chosen beyond the number of keys, at least 0; possible = number of keys.
 * Moodle, OU multiple response: of more than n choices, the worst n count.
 */
function scoreChoice(item: KeyedChoiceItem, chosen: string[]): Score {
  const distinct = new Set(chosen);
  const keysChosen = item.key.filter((id) => distinct.has(id)).length;
  const tooMany = Math.max(0, distinct.size - item.key.length);
  return outOf(Math.max(0, keysChosen - tooMany), item.key.length);
}

/** earned = rows with the right target, of all rows (Moodle, matching: each row has an equal share). */
function scoreMatching(item: KeyedMatchingItem, matches: Record<string, string>): Score {
  const right = item.options.filter(({ id }) => Object.hasOwn(matches, id) && matches[id] === item.key[id]);
  return outOf(right.length, item.options.length);
}

/** earned = options at their own place, of all options (Moodle, ordering: "absolute position"). */
function scoreOrdering(item: KeyedOrderingItem, order: string[]): Score {
  return outOf(item.key.filter((id, index) => order[index] === id).length, item.key.length);
}

/** earned = 1 where the response is one of those that the key accepts. */
function scoreEntry(item: KeyedNumericItem | KeyedShortTextItem, given: string): Score {
  const matched = matchExpected(item, given);
  return outOf(matched !== null && item.key.includes(matched.id) ? 1 : 0, 1);
}

/** The marks that an item is worth: keys, rows or places; a response that is typed is worth one. */
export function marksPossible(item: KeyedItem): number {
  if (item.type === 'numeric' || item.type === 'short-text') return 1;
  return item.type === 'matching' ? item.options.length : item.key.length;
}

const takesOneOption = (item: KeyedItem): item is KeyedChoiceItem =>
  item.type === 'single' || item.type === 'true-false';

/**
 * Marks a response against the key. `correct` is all or nothing for each type; part marks by the formulas above, whose
 * source is Moodle's documentation of its question types. A response of another type than the item's earns nothing.
 */
export function scoreResponse(item: KeyedItem, response: Response): Score {
  if (takesOneOption(item) && response.type === 'single') return scoreChoice(item, [response.option]);
  if (item.type === 'multiple' && response.type === 'multiple') return scoreChoice(item, response.options);
  if (item.type === 'matching' && response.type === 'matching') return scoreMatching(item, response.matches);
  if (item.type === 'ordering' && response.type === 'ordering') return scoreOrdering(item, response.order);
  if (item.type === 'numeric' && response.type === 'numeric') return scoreEntry(item, response.value);
  if (item.type === 'short-text' && response.type === 'short-text') return scoreEntry(item, response.text);
  return { correct: false, earned: 0, possible: marksPossible(item) };
}
