import { isWithinTolerance } from '../decimal.ts';
import type { KeyedNumericItem, KeyedShortTextItem } from '../question-bank/keyed-item.ts';

/**
 * A short text as it is compared: compatibility forms made one, case folded, dashes alike, spaces collapsed (Moodle
 * documentation, short-answer question type: case is not significant; Unicode TR 15, NFKC).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Dash_Punctuation}|−/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

type Expected = KeyedNumericItem['options'][number];

/**
 * Which of the expected responses this is, or null. A number is compared with each value and its tolerance, in the
 * authored order, so the first that fits is meant (Moodle documentation, numerical question type).
 */
export function matchExpected(item: KeyedNumericItem | KeyedShortTextItem, given: string): Expected | null {
  const fits = ({ id, text }: Expected) =>
    item.type === 'numeric'
      ? isWithinTolerance(given, { value: text, tolerance: item.tolerances[id] ?? '0' })
      : foldText(text) === foldText(given);
  return item.options.find(fits) ?? null;
}
