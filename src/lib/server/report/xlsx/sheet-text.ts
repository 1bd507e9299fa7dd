/** The most characters of a cell (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767;

/** What XML 1.0 cannot carry at all, and what would be read as the escape for it. */
const UNCARRIABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** What makes a text more than its own XML; most have none of it. */
const SPECIAL = /[\u0000-\u001F&<>\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/;

const asEscape = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Says that something is missing, in the place of what a cell cannot hold. */
function cut(text: string): string {
  const mark = ` [cut: ${text.length} characters; the CSV holds them all]`;
  return text.slice(0, MOST_CHARACTERS - mark.length) + mark;
}

/**
 * A text as XML. Control characters leave as `_xHHHH_`, and such a word in the text itself as `_x005F_xHHHH_` (ISO/IEC
 * 29500-1, ST_Xstring); a carriage return as a reference, since readers of XML take a bare one for a line feed.
 */
export function sheetText(text: string): string {
  const whole = text.length > MOST_CHARACTERS ? cut(text) : text;
  if (!SPECIAL.test(whole)) return whole;
  return whole
    .replace(UNCARRIABLE, asEscape)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
