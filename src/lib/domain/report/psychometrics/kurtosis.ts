import { centralMoment } from './moments.ts';

/**
 * k4 / k2² with k2 = S·m2/(S−1), k4 = S²·[(S+1)·m4 − 3(S−1)·m2²] / ((S−1)(S−2)(S−3)); 0 for a normal curve; null of fewer
 * than four, or where all are equal. Moodle, "Quiz statistics calculations".
 */
export function kurtosis(totals: readonly number[]): number | null {
  const count = totals.length;
  const second = centralMoment(totals, 2);
  if (count < 4 || second === 0) return null;
  const k2 = (count * second) / (count - 1);
  const shape = (count + 1) * centralMoment(totals, 4) - 3 * (count - 1) * second ** 2;
  const k4 = (count ** 2 * shape) / ((count - 1) * (count - 2) * (count - 3));
  return k4 / k2 ** 2;
}
