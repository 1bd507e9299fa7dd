/** Kelley 1939: of groups at both ends, those of 27% tell best apart. */
const SHARE = 0.27;

/** From which mark on, and up to which, people belong to the upper and the lower group. */
export type EndGroups = { fromUpper: number; toLower: number };

/**
 * The 27% that do best and worst on the rest of the form. All that tie with the last of a group belong to it, so that no
 * order of rows decides. Null where the groups would meet.
 */
export function endGroups(rest: readonly number[]): EndGroups | null {
  const size = Math.ceil(rest.length * SHARE);
  const sorted = rest.toSorted((one, other) => one - other);
  const toLower = sorted[size - 1];
  const fromUpper = sorted[sorted.length - size];
  if (toLower === undefined || fromUpper === undefined || toLower >= fromUpper) return null;
  return { fromUpper, toLower };
}
