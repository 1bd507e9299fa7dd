/**
 * Effective weight: EW_i = 100 · √cov(x_i, T) / Σ_j √cov(x_j, T), per cent, over the items whose covariance with the total is
 * not negative. A negative one has none (null), nor has any where nothing varies. Moodle, "Quiz statistics calculations".
 */
export function effectiveWeights(covariancesWithTotal: readonly (number | null)[]): (number | null)[] {
  const roots = covariancesWithTotal.map((value) => (value === null || value < 0 ? null : Math.sqrt(value)));
  const sum = roots.reduce<number>((total, root) => total + (root ?? 0), 0);
  return roots.map((root) => (root === null || sum === 0 ? null : (100 * root) / sum));
}
