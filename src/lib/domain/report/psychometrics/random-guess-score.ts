import type { ItemType } from '../../question-bank/keyed-item.ts';

/**
 * What a guess earns, per cent: the mean of the fractions that the options give, so 100 over their number where one is right
 * of `single` and `true-false`. Null for types in which Moodle does not define it. Moodle, "Quiz statistics calculations".
 */
export function randomGuessScore(type: ItemType, options: number): number | null {
  const isOneOfMany = type === 'single' || type === 'true-false';
  return isOneOfMany && options > 0 ? 100 / options : null;
}
