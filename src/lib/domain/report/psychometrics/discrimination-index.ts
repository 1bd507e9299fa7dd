import { correlation } from './correlation.ts';

/**
 * Discrimination index: DI = 100 · cov(x, R) / √(Var x · Var R), the correlation of the marks with the rest of the form, per
 * cent; null where either does not vary. Moodle, "Quiz statistics calculations".
 */
export function discriminationIndex(marks: readonly number[], rest: readonly number[]): number | null {
  const found = correlation(marks, rest);
  return found === null ? null : 100 * found;
}
