import { chiSquareTail } from './normal-tail.ts';

/** Below so many pairs that changed, the exact test (cme-rules.md §6.2). */
const EXACT_BELOW = 25;

/** Two-sided. `chiSquare` has one degree of freedom. */
export type McNemar = { method: 'corrected'; chiSquare: number; p: number } | { method: 'exact'; p: number };

/** P(X ≤ most) for X binomial with `trials` and ½: Σ C(trials, k) / 2^trials. Exact in floating point up to 50 trials. */
function binomialTail(most: number, trials: number): number {
  let ways = 1;
  let sum = 1;
  for (let k = 1; k <= most; k += 1) {
    ways = (ways * (trials - k + 1)) / k;
    sum += ways;
  }
  return sum / 2 ** trials;
}

/**
 * McNemar's test of pairs that changed: `learned` from wrong to right (b), `lost` from right to wrong (c).
 * χ² = (|b − c| − 1)² / (b + c) with the continuity correction of Edwards (1948), 0 where b = c; below 25 changes the exact
 * binomial test, the smaller tail doubled. Null where nothing changed: there is nothing to test.
 */
export function mcnemar(learned: number, lost: number): McNemar | null {
  const changed = learned + lost;
  if (changed === 0) return null;
  if (changed < EXACT_BELOW) {
    return { method: 'exact', p: Math.min(1, 2 * binomialTail(Math.min(learned, lost), changed)) };
  }
  const chiSquare = Math.max(0, Math.abs(learned - lost) - 1) ** 2 / changed;
  return { method: 'corrected', chiSquare, p: chiSquareTail(chiSquare) };
}
