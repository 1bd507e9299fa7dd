import { plainText } from './plain-text.ts';
import { wordsOf } from './word-roots.ts';

/** The key of an item, as its option reads. */
export type BankKey = { itemId: string; text: string };

/** Keys of a bank by their first two words; those of one word are left out. */
export type KeyIndex = Map<string, (BankKey & { words: string })[]>;

const startOf = (words: string[], from = 0) => `${words[from] ?? ''} ${words[from + 1] ?? ''}`;

/** Sorts the keys of a bank so that the few that a stem may hold are found at once. */
export function indexKeys(keys: BankKey[]): KeyIndex {
  const spoken = keys
    .map((key) => ({ ...key, list: wordsOf(plainText(key.text)) }))
    .filter(({ list }) => list.length > 1);
  const entries = spoken.map(({ list, ...key }) => ({ ...key, words: list.join(' '), start: startOf(list) }));
  return Map.groupBy(entries, ({ start }) => start);
}

/** Texts of the keys of other items that the stem holds. */
export function keysToldIn(index: KeyIndex, { itemId, stem }: { itemId: string; stem: string }): string[] {
  const words = wordsOf(plainText(stem));
  const whole = ` ${words.join(' ')} `;
  const near = words.flatMap((_, place) => index.get(startOf(words, place)) ?? []);
  const told = near.filter((key) => key.itemId !== itemId && whole.includes(` ${key.words} `));
  return [...new Set(told.map(({ text }) => text))];
}
