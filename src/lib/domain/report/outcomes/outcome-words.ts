import type { ItemTest } from './judge-items.ts';
import type { Effect, Interval } from './paired-score.ts';

/** A mean score or a share, e.g. `54.3%`. */
export const percentWords = (value: number, digits = 1): string => `${value.toFixed(digits)}%`;

/** A p value as journals print it. */
function pWords(p: number): string {
  if (p < 0.001) return '< 0.001';
  return p > 0.999 ? '> 0.999' : p.toFixed(3);
}

/** `18.7 to 30.1`. */
export const intervalWords = ({ low, high }: Interval, digits: number): string =>
  `${low.toFixed(digits)} to ${high.toFixed(digits)}`;

/** `1.09 (0.75 to 1.44)`. */
export const effectWords = (effect: Effect): string =>
  `${effect.value.toFixed(2)} (${intervalWords(effect, 2)})`;

/** The adjusted p of an item in a table, or why there is none. */
export function testWords(test: ItemTest): string {
  switch (test.kind) {
    case 'too-few-learners':
      return 'fewer than 30';
    case 'nothing-changed':
      return 'no change';
    case 'held-back':
      return test.band ?? 'held back';
    case 'tested':
      return pWords(test.adjusted);
    default:
      return test satisfies never;
  }
}
