/** Each holds a connection to the database and a core while it lasts; people who wait for pages come first. */
const MOST_AT_ONCE = 4;

let taken = 0;

/** Takes one of the places for downloads of this process, or null where all are taken. Give it back once. */
export function takeSlot(): (() => void) | null {
  if (taken >= MOST_AT_ONCE) return null;
  taken += 1;
  return () => {
    taken -= 1;
  };
}
