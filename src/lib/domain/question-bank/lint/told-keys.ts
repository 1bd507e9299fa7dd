import { plainText } from './plain-text.ts';
import { isCommonRoot } from './words/common-words.ts';
import { rootOf, wordsOf } from './word-roots.ts';

/** The key of an item, as its option reads. */
export type BankKey = { itemId: string; text: string };

/** Keys of a bank by their first two words. */
export type KeyIndex = Map<string, (BankKey & { words: string })[]>;

const startOf = (words: string[], length: number, from = 0) => words.slice(from, from + length).join(' ');

/** A key of one word comes back in stems by chance, unless it is a rare one. */
const SHORTEST_WORD = 7;

/** Whether the words of a key tell it when a stem holds them. */
export const tells = (words: string[]): boolean =>
  words.length > 1 || words.some((word) => word.length >= SHORTEST_WORD && !isCommonRoot(rootOf(word)));

/** Sorts the keys of a bank so that the few that a stem may hold are found at once. */
export function indexKeys(keys: BankKey[]): KeyIndex {
  const spoken = keys
    .map((key) => ({ ...key, list: wordsOf(plainText(key.text)) }))
    .filter(({ list }) => tells(list));
  const entries = spoken.map(({ list, ...key }) => ({
    ...key,
    words: list.join(' '),
    start: startOf(list, 2)
  }));
  return Map.groupBy(entries, ({ start }) => start);
}

/** Texts of the keys of other items that the stem holds. */
export function keysToldIn(index: KeyIndex, { itemId, stem }: { itemId: string; stem: string }): string[] {
  const words = wordsOf(plainText(stem));
  const whole = ` ${words.join(' ')} `;
  const near = words.flatMap((word, place) => [
    ...(index.get(word) ?? []),
    ...(index.get(startOf(words, 2, place)) ?? [])
  ]);
  const told = near.filter((key) => key.itemId !== itemId && whole.includes(` ${key.words} `));
  return [...new Set(told.map(({ text }) => text))];
}
