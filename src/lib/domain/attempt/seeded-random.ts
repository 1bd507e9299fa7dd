/** A stream of numbers in [0, 1) that the seed alone decides. */
export type RandomStream = () => number;

/**
 * mulberry32 by Tommy Ettinger (public domain), https://gist.github.com/tommyettinger/46a874533244883189143505d203312c:
 * 32 bits of state, ample for orders of a dozen items. Only the low 32 bits of the seed count.
 */
export function seededRandom(seed: number): RandomStream {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A new array in random order: Fisher and Yates in Durstenfeld's form (CACM 1964, algorithm 235). */
export function shuffle<Entry>(entries: readonly Entry[], random: RandomStream): Entry[] {
  const left = [...entries];
  const shuffled: Entry[] = [];
  while (left.length > 0) {
    shuffled.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return shuffled;
}
