/** Control characters, and the marks that turn text around: they hide what a name says. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** One line of text as it is kept: composed (NFC), without space at the ends, single spaces within. */
export function tidyLine(text: string): string {
  return text.toWellFormed().normalize('NFC').trim().replace(/ {2,}/g, ' ');
}

/** Whether a line can be kept as it is: no control characters, no marks that reverse the text. */
export function isPrintable(line: string): boolean {
  return !UNPRINTABLE.test(line);
}
