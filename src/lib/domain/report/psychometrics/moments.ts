/** Arithmetic mean; null of no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Differences from the first value: sums of these lose nothing to a common height of all values. */
function shifted(values: readonly number[]): number[] {
  const [first = 0] = values;
  return values.map((value) => value - first);
}

/**
 * cov(x, y) = Σ(x − x̄)(y − ȳ) / (S − 1), over pairs; null of fewer than two. Moodle's "Quiz statistics calculations", which
 * divides all variances and covariances by S − 1.
 */
export function covariance(x: readonly number[], y: readonly number[]): number | null {
  if (x.length < 2) return null;
  const [ofX, ofY] = [shifted(x), shifted(y)];
  const [meanX, meanY] = [mean(ofX) ?? 0, mean(ofY) ?? 0];
  const sum = ofX.reduce((total, value, index) => total + (value - meanX) * ((ofY[index] ?? 0) - meanY), 0);
  return sum / (x.length - 1);
}

/** What is left of equal marks once a computer has added and subtracted them, as a share of their size. */
const ROUNDING = 1e-12;

/** cov(x, x). Marks that differ by no more than the rounding of their sums count as equal. */
export function variance(values: readonly number[]): number | null {
  const found = covariance(values, values);
  if (found === null) return null;
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return found <= (ROUNDING * size) ** 2 ? 0 : found;
}

/** m_r = Σ(x − x̄)^r / S. */
export function centralMoment(values: readonly number[], power: number): number {
  const own = shifted(values);
  const middle = mean(own) ?? 0;
  return mean(own.map((value) => (value - middle) ** power)) ?? 0;
}
