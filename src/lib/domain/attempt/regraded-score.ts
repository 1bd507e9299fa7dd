import { meetsPassingStandard, type PassingStandard } from './meets-passing-standard.ts';

/** What an attempt came to. `dropped` of its `total` items do not count; `passed` is null where nothing is to be passed. */
export type AttemptScore = { correct: number; dropped: number; total: number; passed: boolean | null };

/** By how much a regrade moves the two counts of an attempt; 0 and 0: the attempt stays as it is. */
export type ScoreShift = { correct: number; dropped: number };

/** How many items of an attempt count: above the line at most, below it exactly. */
export const itemsCounted = ({ total, dropped }: { total: number; dropped: number }): number =>
  total - dropped;

/** Whether the counts alone meet the standard; false where there is none. */
export function meetsByCount(score: AttemptScore, standard: PassingStandard | null): boolean {
  const counts = { correct: score.correct, total: itemsCounted(score) };
  return standard !== null && meetsPassingStandard(counts, standard);
}

/**
 * An attempt after its regrade, or after the undoing of one. The counts follow in both directions. A pass that was told is
 * never taken away (docs/decisions/0016-regrades.md), so `passed` only ever becomes true.
 */
export function regradedScore(
  before: AttemptScore,
  { shift, standard }: { shift: ScoreShift; standard: PassingStandard | null }
): AttemptScore {
  const after = {
    ...before,
    correct: before.correct + shift.correct,
    dropped: before.dropped + shift.dropped
  };
  if (standard === null) return after;
  return { ...after, passed: before.passed === true || meetsByCount(after, standard) };
}

/** Whether the share of right items grew. A form of which nothing counts any more has no share, and stays. */
export function compareShares(before: AttemptScore, after: AttemptScore): 'rises' | 'falls' | 'stays' {
  if (itemsCounted(before) === 0 || itemsCounted(after) === 0) return 'stays';
  // In whole numbers: 7 of 9 and 8 of 10 differ by less than a per cent, and do differ.
  const difference = after.correct * itemsCounted(before) - before.correct * itemsCounted(after);
  if (difference === 0) return 'stays';
  return difference > 0 ? 'rises' : 'falls';
}
