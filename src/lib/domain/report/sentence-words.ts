import type { SentencePart } from './filter-sentence.ts';

const listWords = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A filter as one plain sentence without a full stop; no part: `All completions`. */
export function sentenceWords(parts: SentencePart[]): string {
  if (parts.length === 0) return 'All completions';
  const said = parts.map(
    ({ subject, verb, values }) => `${subject} ${verb} ${listWords(values.map(({ words }) => words))}`
  );
  return `Completions where ${said.join(', and ')}`;
}
