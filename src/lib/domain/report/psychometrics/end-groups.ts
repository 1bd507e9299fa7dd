/** Kelley 1939: of groups at both ends, those of 27% tell best apart. */
const SHARE = 0.27;

/** From which mark on, and up to which, people belong to the upper and the lower group. */
export type EndGroups = { fromUpper: number; toLower: number };

/** The mark at which, counted in this order, so many people are reached. */
function markReached(marks: [mark: number, people: number][], size: number): number | null {
  let reached = 0;
  for (const [mark, people] of marks) {
    reached += people;
    if (reached >= size) return mark;
  }
  return null;
}

/**
 * The 27% that do best and worst on the rest of the form, of how many people have each mark there. All that tie with the last
 * of a group belong to it, so that no order of rows decides. Null where the groups would meet.
 */
export function endGroups(people: ReadonlyMap<number, number>): EndGroups | null {
  const rising = [...people].toSorted(([one], [other]) => one - other);
  const all = rising.reduce((sum, [, count]) => sum + count, 0);
  const size = Math.ceil(all * SHARE);
  const toLower = markReached(rising, size);
  const fromUpper = markReached(rising.toReversed(), size);
  if (toLower === null || fromUpper === null || toLower >= fromUpper) return null;
  return { fromUpper, toLower };
}
