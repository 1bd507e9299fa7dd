import type { ItemSums } from './item-sums.ts';
import { spreadsOfSums } from './spreads-of-sums.ts';

/** How many chose an option, and the sum of their marks on the rest of the form. Sums of several forms add up. */
export type OptionSums = { chosen: number; sumRest: number };

/**
 * Correlation of choosing an option with the rest of the form, from -1 to 1: (n·ΣcR − Σc·ΣR) / √((n·Σc − (Σc)²) ·
 * (n·ΣRR − (ΣR)²)) with c = 1 or 0; Pearson's r of a dichotomy (Lord and Novick 1968, ch. 15). Null where all or none chose
 * it. A key should be above 0, a distractor below.
 */
export function pointBiserial({ chosen, sumRest }: OptionSums, item: ItemSums): number | null {
  const n = item.responses;
  const { varR } = spreadsOfSums(item);
  const spread = Math.sqrt(n * chosen - chosen * chosen) * Math.sqrt(varR);
  return spread > 0 ? (n * sumRest - chosen * (item.sumT - item.sumX)) / spread : null;
}
