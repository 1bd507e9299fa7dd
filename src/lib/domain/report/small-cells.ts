/** Cells below this number of people are not shown (ux.md §9: privacy). */
const LEAST_SHOWN = 5;

/** A number of people, or null where it is too small to be shown. */
export type ShownCount = number | null;

/** A number by itself: none is shown as none, one to four are held back. */
export function shownCount(count: number): ShownCount {
  return count > 0 && count < LEAST_SHOWN ? null : count;
}

/**
 * Numbers that add up to one that is known. Those from one to four are held back, and where only one is, the smallest of
 * the others too: else it could be worked out from the sum.
 */
export function holdBackSmall(counts: readonly number[]): ShownCount[] {
  const shown = counts.map(shownCount);
  if (shown.filter((count) => count === null).length !== 1) return shown;
  const others = shown.filter((count): count is number => count !== null && count > 0);
  const next = shown.indexOf(Math.min(...others));
  return shown.map((count, index) => (index === next ? null : count));
}
