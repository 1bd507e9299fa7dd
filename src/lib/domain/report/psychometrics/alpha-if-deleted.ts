import { internalConsistency } from './internal-consistency.ts';

type Deleted = {
  /** Var(x_j) of the items that stay. */
  otherVariances: readonly number[];
  /** Var R, the variance of the total without the item. */
  restVariance: number | null;
  attempts: number;
};

/**
 * The internal consistency of the form without one item, per cent: above that of the whole form, the item does harm.
 * CIC of the other p − 1 items with R for T.
 */
export function alphaIfDeleted({ otherVariances, restVariance, attempts }: Deleted): number | null {
  return internalConsistency({ itemVariances: otherVariances, totalVariance: restVariance, attempts });
}
