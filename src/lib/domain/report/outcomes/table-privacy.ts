import { shownCount } from '../small-cells.ts';
import { mcnemar } from './mcnemar.ts';
import type { PairCells } from './outcome-facts.ts';

/** A p value as far as it may be told where the cells may not. */
export type Band = '< 0.001' | '< 0.01' | '< 0.05' | '≥ 0.05';

/** So many tables at least must fit what is shown. */
const LEAST_TABLES = 5;

function bandOf(p: number): Band {
  if (p < 0.001) return '< 0.001';
  if (p < 0.01) return '< 0.01';
  return p < 0.05 ? '< 0.05' : '≥ 0.05';
}

/** Whether a cell holds one to four learners. */
export function hasSmallCell({ both, learned, lost, neither }: PairCells): boolean {
  return [both, learned, lost, neither].some((count) => shownCount(count) === null);
}

/** The smallest of right and wrong, before and after. One more than so many tables have these totals. */
export function leastTotal({ both, learned, lost, neither }: PairCells): number {
  return Math.min(both + lost, learned + neither, both + learned, lost + neither);
}

/**
 * The band of an adjusted p value that may stand beside the percentages right of a table whose cells are held back. Null
 * where fewer than five tables would fit percentages and band: then the cells could be worked out. `factor`: by what the
 * adjustment multiplied.
 */
export function tellableBand(cells: PairCells, factor: number): Band | null {
  const { both, learned, lost, neither } = cells;
  const bandAt = (shift: number) =>
    bandOf(Math.min(1, factor * (mcnemar(learned - shift, lost - shift)?.p ?? 1)));
  const band = bandAt(0);
  let fitting = 0;
  for (let shift = -Math.min(both, neither); shift <= Math.min(learned, lost); shift += 1) {
    if (bandAt(shift) === band) fitting += 1;
    if (fitting >= LEAST_TABLES) return band;
  }
  return null;
}
