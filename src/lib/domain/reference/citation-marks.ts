/** A citation mark in the text of a section or an item: `[@chen2017]` or `[@bindea2013; @chen2017]`. */
const MARK = /\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]/g;

export type CitationPart = { kind: 'text'; text: string } | { kind: 'citation'; keys: string[] };

/** Cuts text at its citation marks. What only resembles a mark stays text. */
export function splitAtCitations(text: string): CitationPart[] {
  const parts: CitationPart[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const keys = (match[1] ?? '').split(';').map((key) => key.trim().slice(1));
    parts.push({ kind: 'citation', keys });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** The text without its marks, and without the space that stood before each. */
export function withoutCitations(text: string): string {
  return text.replaceAll(MARK, '\u0000').replaceAll(/[ \t]*\u0000/g, '');
}

/** The citation keys of the text, every mention, in reading order. */
export function citationKeys(text: string): string[] {
  return splitAtCitations(text).flatMap((part) => (part.kind === 'citation' ? part.keys : []));
}
