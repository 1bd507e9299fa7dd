/** Words of a text in small letters; a word with a hyphen is one word, as in `cancer-immune`. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’/][\p{L}\p{N}]+)*/gu) ?? [];

/** Longest first, so that `-ations` goes before `-s`. */
const ENDINGS = [
  'ations',
  'ation',
  'ities',
  'ments',
  'ility',
  'ingly',
  'ness',
  'ment',
  'ions',
  'ical',
  'ally',
  'ives',
  'ity',
  'ion',
  'ing',
  'ive',
  'ies',
  'ous',
  'ant',
  'ent',
  'ism',
  'ed',
  'es',
  'al',
  'ic',
  'ly',
  'er',
  'or',
  's',
  'y',
  'e'
];

/** What must be left of a word when its ending goes. */
const SHORTEST_ROOT = 4;

/** A word without its commonest English ending, so that `exhausted` and `exhaustion` are one: rough, and good enough here. */
export function rootOf(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_ROOT);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
