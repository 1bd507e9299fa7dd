/**
 * Straight quotation marks and apostrophes as a printer sets them. A mark opens at the start of the text, after a space or
 * after a bracket or dash; everywhere else it closes.
 */
export function curlyQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{–—-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{–—“-])'/g, '$1‘')
    .replaceAll("'", '’');
}
