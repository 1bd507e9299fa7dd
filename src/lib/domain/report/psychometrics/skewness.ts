import { centralMoment } from './moments.ts';

/**
 * k3 / k2^1.5 with k2 = S·m2/(S−1), k3 = S²·m3/((S−1)(S−2)); null of fewer than three, or where all are equal. Moodle,
 * "Quiz statistics calculations".
 */
export function skewness(totals: readonly number[]): number | null {
  const count = totals.length;
  const second = centralMoment(totals, 2);
  if (count < 3 || second === 0) return null;
  const k2 = (count * second) / (count - 1);
  const k3 = (count ** 2 * centralMoment(totals, 3)) / ((count - 1) * (count - 2));
  return k3 / k2 ** 1.5;
}
