import { covariance, variance } from './moments.ts';

const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);

/** The most that x and R could vary together: their covariance when each is sorted on its own. */
export function greatestCovariance(marks: readonly number[], rest: readonly number[]): number | null {
  return covariance(sorted(marks), sorted(rest));
}

/**
 * Discriminative efficiency: DE = 100 · cov(x, R) / Cmax, per cent of what these marks could tell apart; null where that is
 * nothing. Moodle, "Quiz statistics calculations".
 */
export function discriminativeEfficiency(marks: readonly number[], rest: readonly number[]): number | null {
  const found = covariance(marks, rest);
  const most = greatestCovariance(marks, rest);
  if (found === null || most === null) return null;
  return variance(marks) === 0 || variance(rest) === 0 ? null : (100 * found) / most;
}
