/**
 * Error ratio: 100 · √(1 − CIC/100), the share of the spread that is chance, per cent; above 100 where the consistency is
 * negative. Moodle, "Quiz statistics calculations".
 */
export function errorRatio(internalConsistency: number | null): number | null {
  return internalConsistency === null ? null : 100 * Math.sqrt(1 - internalConsistency / 100);
}
