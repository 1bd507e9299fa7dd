/** The order in which one attempt shows an item: option ids, and target ids for a matching item. */
export type DrawnOrder = { optionOrder: string[]; targetOrder: string[] };

/**
 * The id that a browser sees for the option or target at `index` of the drawn order: `a`, `b`, … `z`, `a1`, … The
 * authored ids stay on the server, because authors write the options of an ordering item in the order of the key.
 */
export function shownId(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}

/** The authored id behind a shown one, or null where the order shows no such id. */
export function authoredId(order: string[], shown: string): string | null {
  return order.find((_, index) => shownId(index) === shown) ?? null;
}

/** The id that a browser sees for an authored one. Throws where the drawn order does not name it. */
export function shownIdOf(order: string[], authored: string): string {
  const index = order.indexOf(authored);
  if (index === -1) throw new Error(`The drawn order does not name the option ${authored}`);
  return shownId(index);
}

/** The letter beside an option: `A` for the first. */
export const letterOf = (shown: string): string => shown.toUpperCase();
