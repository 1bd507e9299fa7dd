import type { ItemSums } from './item-sums.ts';
import { spreadsOfSums } from './spreads-of-sums.ts';

/** The figures of an item that need no more than its sums; as `facility`, `standardDeviation`, `discriminationIndex`. */
export type FiguresOfSums = {
  facility: number | null;
  standardDeviation: number | null;
  discriminationIndex: number | null;
};

/**
 * Facility, standard deviation and discrimination index of an item that gives one mark, from its sums alone
 * (formats-and-statistics.md §5; the formulas stand beside the functions of these names).
 */
export function figuresOfSums(sums: ItemSums): FiguresOfSums {
  const { responses: n, sumX } = sums;
  const { varX, covXr, varR } = spreadsOfSums(sums);
  const spread = Math.sqrt(varX) * Math.sqrt(varR);
  return {
    facility: n === 0 ? null : (100 * sumX) / n,
    standardDeviation: n < 2 ? null : Math.sqrt(varX / (n * (n - 1))),
    discriminationIndex: spread > 0 ? (100 * covXr) / spread : null
  };
}
