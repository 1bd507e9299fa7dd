const LONGEST = 200;

/**
 * Whether a pattern can be used on text of strangers: it compiles, and repeats no group, alternation or reference, so that
 * no text makes it run away.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern === '' || pattern.length > LONGEST || /\)[*+?{]|\\[1-9k]|\(\?/.test(pattern)) return false;
  if ((pattern.match(/[*+]|\{\d+,\d*\}/g) ?? []).length > 6) return false;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether the whole text fits the pattern of a mapping, which was found safe when it was saved. */
export function fitsPattern(text: string, pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(text);
}
