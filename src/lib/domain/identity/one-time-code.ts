/** RFC 6238: codes of 30 seconds. */
export const STEP_SECONDS = 30;

/** The number of the step that an instant lies in. */
export function stepAt(instant: Date): number {
  return Math.floor(instant.getTime() / (STEP_SECONDS * 1000));
}

/**
 * The steps whose codes are taken: this one, and one either way for clocks that differ and people who type slowly
 * (RFC 6238 §5.2), but none that is not later than the last one that was used: a code counts once.
 */
export function openSteps(now: Date, lastStep: number): number[] {
  const current = stepAt(now);
  return [current - 1, current, current + 1].filter((step) => step > lastStep);
}

/** Six digits as they were typed; null: it cannot be a code. Apps show them in groups, and people copy the blanks. */
export function readOneTimeCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}
