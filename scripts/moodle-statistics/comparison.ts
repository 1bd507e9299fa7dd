/** One value of Moodle's beside ours; null: not defined. `tolerance`: as a share of Moodle's. */
export type Comparison = { what: string; expected: number | null; found: number | null; tolerance: number };

/** What may be left of nothing. */
const ROUNDING = 1e-9;

/** Whether ours is Moodle's. */
export function isEqual({ expected, found, tolerance }: Comparison): boolean {
  if (expected === null || found === null) return expected === found;
  return Math.abs(found - expected) <= Math.max(ROUNDING, tolerance * Math.abs(expected));
}
