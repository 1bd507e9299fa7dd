import { nameWords } from '../report/name-words.ts';

const wordsOf = (text: string) => nameWords(text).map((word) => word.toLowerCase());

/**
 * The address of a report without the searches for somebody of this name: those of which a word is the beginning of one
 * of the name. Searches for others stay.
 */
export function withoutNameSearch(query: string, name: string): string {
  const words = wordsOf(name);
  const isTheirs = (searched: string) =>
    wordsOf(searched).some((beginning) => words.some((word) => word.startsWith(beginning)));
  const pairs = [...new URLSearchParams(query)];
  const kept = pairs.filter(([field, value]) => field !== 'name' || !isTheirs(value));
  return kept.length === pairs.length ? query : new URLSearchParams(kept).toString();
}
