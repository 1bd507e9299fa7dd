/** A single-choice item as far as the place and length of its key go. `keyPosition` counts from 1. */
export type PlacedKey = { options: number; keyPosition: number; isLongest: boolean };

/** How the keys of a bank spread over the places, and how often the key is the longest option. */
export type KeyBalance = {
  items: number;
  /** `expected`: where keys stood by chance, given how many options each item has. */
  positions: { letter: string; observed: number; expected: number }[];
  chiSquare: number;
  degrees: number;
  /** Of chi-square at a level of 5%; null where there are too many places for the table. */
  critical: number | null;
  /** Cochran's rule of thumb: chi-square is not read where fewer than five keys are expected at a place. */
  isTooFew: boolean;
  longestKeys: number;
};

/** Upper critical values of chi-square at 0.05 for 1 to 9 degrees of freedom: NIST/SEMATECH e-Handbook, 1.3.6.7.4. */
const CRITICAL = [3.841, 5.991, 7.815, 9.488, 11.07, 12.592, 14.067, 15.507, 16.919];

/** Cochran 1954, Some methods for strengthening the common chi-square tests. */
const FEWEST_EXPECTED = 5;

/** Pearson's chi-square of counts against what was expected; places where nothing is expected are left out. */
export const chiSquare = (places: { observed: number; expected: number }[]): number =>
  places
    .filter(({ expected }) => expected > 0)
    .reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);

/** How evenly the keys of single-choice items are spread. */
export function keyBalance(keys: PlacedKey[]): KeyBalance {
  const places = keys.reduce((most, { options }) => Math.max(most, options), 0);
  const positions = Array.from({ length: places }, (_, index) => ({
    letter: String.fromCharCode(65 + index),
    observed: keys.filter(({ keyPosition }) => keyPosition === index + 1).length,
    expected: keys.reduce((sum, { options }) => sum + (options > index ? 1 / options : 0), 0)
  }));
  const degrees = Math.max(0, places - 1);
  return {
    items: keys.length,
    positions,
    chiSquare: chiSquare(positions),
    degrees,
    critical: CRITICAL[degrees - 1] ?? null,
    isTooFew: positions.some(({ expected }) => expected < FEWEST_EXPECTED),
    longestKeys: keys.filter(({ isLongest }) => isLongest).length
  };
}
