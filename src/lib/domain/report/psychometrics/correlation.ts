import { covariance, variance } from './moments.ts';

/** Pearson's correlation, from -1 to 1; null where either does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const together = covariance(x, y);
  const spread = Math.sqrt((variance(x) ?? 0) * (variance(y) ?? 0));
  return together === null || spread === 0 ? null : together / spread;
}
