/** Below this share a distractor tempts too few to be worth its place (Haladyna and Downing 1993). */
const LEAST_PERCENT = 5;

function optionShare(chosen: number, of: number): number | null {
  return of === 0 ? null : (100 * chosen) / of;
}

/** Whether a distractor was chosen by under 5% of those who met it. */
export function isNonFunctioning(chosen: number, of: number): boolean {
  const share = optionShare(chosen, of);
  return share !== null && share < LEAST_PERCENT;
}
