import { variance } from './moments.ts';

/** SD = √(Σ(x − x̄)² / (S − 1)), in marks; null of fewer than two. Moodle, "Quiz statistics calculations". */
export function standardDeviation(marks: readonly number[]): number | null {
  const found = variance(marks);
  return found === null ? null : Math.sqrt(found);
}
