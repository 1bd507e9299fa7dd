/** Intended weight: 100 · max_i / Σ max, per cent; null where the form gives no marks. Moodle, "Quiz statistics calculations". */
export function intendedWeight(maximum: number, maximumOfForm: number): number | null {
  return maximumOfForm === 0 ? null : (100 * maximum) / maximumOfForm;
}
