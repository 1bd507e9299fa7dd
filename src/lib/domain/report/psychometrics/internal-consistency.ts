type Spread = {
  /** Var(x_i) of each item. */
  itemVariances: readonly number[];
  /** k2, the variance of the total. */
  totalVariance: number | null;
  attempts: number;
};

/**
 * Coefficient of internal consistency: CIC = 100 · p/(p−1) · (1 − Σ Var(x_i) / k2), Cronbach's alpha in per cent (KR-20 where
 * items are right or wrong). It can be negative. Null of fewer than three attempts or two items, or where totals do not
 * vary. Moodle, "Quiz statistics calculations".
 */
export function internalConsistency({ itemVariances, totalVariance, attempts }: Spread): number | null {
  const items = itemVariances.length;
  if (attempts < 3 || items < 2 || totalVariance === null || totalVariance === 0) return null;
  const within = itemVariances.reduce((sum, value) => sum + value, 0);
  return 100 * (items / (items - 1)) * (1 - within / totalVariance);
}
