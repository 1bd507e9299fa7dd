const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a word that is too wide for a line of its own; Chinese text has no spaces to break at. */
function cutWord(word: string, fits: (line: string) => boolean): string[] {
  const parts = [''];
  for (const { segment } of graphemes.segment(word)) {
    const longer = (parts.at(-1) ?? '') + segment;
    if (fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(segment);
  }
  return parts.filter((part) => part !== '');
}

/** Breaks text into lines that fit, at spaces where there are any. Each line holds at least one character. */
export function wrapLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...(fits(word) ? [word] : cutWord(word, fits)));
  }
  return lines;
}
