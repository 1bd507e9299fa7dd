import type { CitationPart } from '../reference/citation-marks.ts';

/** How many characters of this text belong before the mark that stands in front of it. */
function movedLength(parts: readonly CitationPart[], index: number): 0 | 1 {
  const part = parts[index];
  const isAfterMark = parts[index - 1]?.kind === 'citation';
  return isAfterMark && part?.kind === 'text' && /^[.,](?!\d)/.test(part.text) ? 1 : 0;
}

/**
 * Sets citation marks where AMA 11th ed. (§3.6) puts their numbers: at the word, without the space before the mark, and
 * after a period or comma that follows it.
 */
export function placeCitations(parts: readonly CitationPart[]): CitationPart[] {
  const placed: CitationPart[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') placed.push({ kind: 'text', text });
    text = '';
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    if (part.kind === 'text') {
      const rest = part.text.slice(movedLength(parts, index));
      text += next ? rest.trimEnd() : rest;
      return;
    }
    if (next?.kind === 'text' && movedLength(parts, index + 1) === 1) text += next.text.charAt(0);
    flush();
    placed.push(part);
  });
  flush();
  return placed;
}
