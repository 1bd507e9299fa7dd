/** `passingPercent`: whole per cent of the items that must be right, 1 to 100. */
export type PassingStandard = { passingPercent: number };

/**
 * Whether enough items are right: 100 × correct ≥ percent × total, in integers, so that 8 of 10 meets 80. A form without
 * items meets nothing. That there is such a level, told before the start: cme-rules.md §1.3.
 */
export function meetsPassingStandard(
  score: { correct: number; total: number },
  { passingPercent }: PassingStandard
): boolean {
  return score.total > 0 && score.correct * 100 >= passingPercent * score.total;
}

/** The least number of right items that meets the standard on a form of `total`. */
export function itemsToPass(total: number, { passingPercent }: PassingStandard): number {
  return Math.max(1, Math.ceil((passingPercent * total) / 100));
}
