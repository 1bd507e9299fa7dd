/**
 * p values adjusted for being several, in the order given (Holm 1979): the k-th smallest of m times m − k + 1, never below
 * the one before it and never above 1.
 */
export function holm(values: readonly number[]): number[] {
  const ranked = values.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  const adjusted = new Map<number, number>();
  let least = 0;
  for (const [rank, { p, index }] of ranked.entries()) {
    least = Math.max(least, Math.min(1, p * (values.length - rank)));
    adjusted.set(index, least);
  }
  return values.map((p, index) => adjusted.get(index) ?? p);
}
