import { rootOf, wordsOf } from './word-roots.ts';
import { FILLERS, SAME_NAMES, SEQUENCE_WORDS, SPELLINGS } from './words/same-words.ts';
import { OPPOSITES } from './words/telling-words.ts';

/** Share of words in common from which on two options count as saying the same; chosen, not published. */
const LEAST_SHARED = 0.8;

const OPPOSITE = new Map(OPPOSITES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));

/** American spelling, and one name where a thing has two. */
function spelled(text: string): string {
  let read = text.toLowerCase();
  for (const [pattern, spelling] of SPELLINGS) read = read.replace(pattern, spelling);
  for (const [pattern, name] of SAME_NAMES) read = read.replace(pattern, name);
  return read;
}

/** The words of an option that carry its meaning, in one spelling. */
export const comparableWords = (text: string): string[] =>
  wordsOf(spelled(text).replace(/[-/]/g, ' ')).filter((word) => !FILLERS.has(word));

/** Words by which two otherwise equal options differ in meaning: numbers, single letters, opposites, negatives. */
const tellsApart = (word: string) =>
  /\d/.test(word) ||
  /^[ivx]+$/.test(word) ||
  word.length < 2 ||
  OPPOSITE.has(word) ||
  SEQUENCE_WORDS.has(word);

/** Whether the order of the words matters: "high sodium, low potassium", "surgery, then radiation", "1 mg in 5 mL". */
function isOrdered(words: string[]): boolean {
  const directions = words.filter((word) => OPPOSITE.has(word)).length;
  const numbers = words.filter((word) => /\d/.test(word)).length;
  return directions > 1 || numbers > 1 || words.some((word) => SEQUENCE_WORDS.has(word));
}

/** Whether two options (`comparableWords`) say the same, as far as words can show it. */
export function isSameMeaning(one: string[], other: string[]): boolean {
  const [left, right] = [new Set(one.map(rootOf)), new Set(other.map(rootOf))];
  const shared = [...left].filter((root) => right.has(root)).length;
  const all = new Set([...left, ...right]).size;
  if (all === 0 || shared / all < LEAST_SHARED) return false;
  const ordered = one.map(rootOf).join(' ') === other.map(rootOf).join(' ');
  if (ordered) return true;
  const differing = [
    ...one.filter((word) => !right.has(rootOf(word))),
    ...other.filter((word) => !left.has(rootOf(word)))
  ];
  if (differing.length === 0) return !isOrdered(one) && !isOrdered(other);
  return !differing.some(tellsApart) && Math.abs(one.length - other.length) === differing.length;
}

/** Whether two options differ by one pair of opposites only, e.g. "Increased preload" and "Decreased preload". */
export function isExhaustivePair(one: string[], other: string[]): boolean {
  if (one.length !== other.length) return false;
  const differing = one.flatMap((word, index) =>
    word === other[index] ? [] : [[word, other[index] ?? ''] as const]
  );
  const [pair] = differing;
  return pair !== undefined && differing.length === 1 && OPPOSITE.get(pair[0]) === pair[1];
}
