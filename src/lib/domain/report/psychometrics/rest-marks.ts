/** What a row of figures stands for: an item of the form, the items drawn for a random place, or a variant of an item. */
type RowKind = 'item' | 'drawn-for-a-random-place' | 'variant';

/**
 * The marks that an item is held against. R = T − x; only a row below a random place is held against T itself. That is how
 * Moodle computes it (its test `qstats00.csv` tells the two apart), and such rows have no effective weight.
 */
export function restMarks(
  kind: RowKind,
  marks: readonly number[],
  totals: readonly number[]
): readonly number[] {
  if (kind === 'drawn-for-a-random-place') return totals;
  return totals.map((total, index) => total - (marks[index] ?? 0));
}
