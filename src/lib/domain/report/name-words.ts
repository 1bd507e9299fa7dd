const MOST_WORDS = 8;
const LONGEST = 100;

/** Words of a name that somebody looks for; each may be a beginning. What has neither letter nor digit is no word. */
export function nameWords(text: string): string[] {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}

/**
 * The words as a query of the database's text search: all of them, each as the beginning of a word. Every word stands in
 * quotes, with quotes and backslashes doubled, so that no character of it is an operator. '' finds nothing.
 */
export function nameQuery(text: string): string {
  return nameWords(text)
    .map((word) => `'${word.replaceAll(/['\\]/g, '$&$&')}':*`)
    .join(' & ');
}
