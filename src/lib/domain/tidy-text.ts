/**
 * Text as typed, fit to be stored: line breaks as `\n`, no other control characters (PostgreSQL takes no NUL), no space
 * around it.
 */
export function tidyText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** The message for a text over its limit, or null. Counts UTF-16 units, as a browser's `maxlength` does. */
export function tooLong(text: string, limit: number): string | null {
  if (text.length <= limit) return null;
  return `Shorten this to ${limit} characters or fewer. It has ${text.length}.`;
}
