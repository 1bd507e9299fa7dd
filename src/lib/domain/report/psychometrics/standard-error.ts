/** Standard error of a person's total: error ratio · SD / 100, in marks. Moodle, "Quiz statistics calculations". */
export function standardError(errorRatio: number | null, standardDeviation: number | null): number | null {
  return errorRatio === null || standardDeviation === null ? null : (errorRatio * standardDeviation) / 100;
}
