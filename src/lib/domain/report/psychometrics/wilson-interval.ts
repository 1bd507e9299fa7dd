/** Two-sided 95% of the normal curve. */
const Z = 1.959963984540054;

/**
 * 95% interval of a share, per cent: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It holds near 0 and 100% and for small
 * n, where the textbook interval does not (Wilson 1927). Null of none.
 */
export function wilsonInterval(right: number, of: number): { low: number; high: number } | null {
  if (of === 0) return null;
  const share = right / of;
  const middle = share + Z ** 2 / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 100 / (1 + Z ** 2 / of);
  return { low: Math.max(0, (middle - reach) * scale), high: Math.min(100, (middle + reach) * scale) };
}
