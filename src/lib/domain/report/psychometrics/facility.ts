import { mean } from './moments.ts';

/**
 * Facility index: F = 100 · mean(x) / max, per cent. Null where the item has no mark to give, or nobody met it. Moodle, "Quiz
 * statistics calculations".
 */
export function facility(marks: readonly number[], maximum: number): number | null {
  const middle = mean(marks);
  return middle === null || maximum === 0 ? null : (100 * middle) / maximum;
}
