import { amaText } from '#lib/domain/reference/format-ama.ts';
import { splitAtCitations } from '#lib/domain/reference/citation-marks.ts';
import type { FrozenReference } from './frozen-activity.ts';

/** A frozen reference in AMA style, with its number in front where it has one. */
export function referenceWords({ number, citationKey, csl, authorsTruncated }: FrozenReference): string {
  const words = csl === null ? citationKey : amaText(csl, { authorsTruncated });
  return number === null ? words : `${number}. ${words}`;
}

/** Text with its citation marks as the numbers that learners see; a source without a number keeps its key. */
export function withNumbers(text: string, references: FrozenReference[]): string {
  const numberOf = (key: string) =>
    String(references.find(({ citationKey }) => citationKey === key)?.number ?? key);
  return splitAtCitations(text)
    .map((part) => (part.kind === 'text' ? part.text : `[${part.keys.map(numberOf).join(', ')}]`))
    .join('');
}

type Passage = { locator: string | null; passage: string | null; passageKind: 'quote' | 'paraphrase' | null };

/** The passage that a citation leans on, e.g. `p 12. Quoted: “…”`. */
export function passageWords({ locator, passage, passageKind }: Passage): string {
  const place = locator === null || locator === '' ? '' : `${locator.replace(/\.$/, '')}. `;
  if (passage === null || passage === '') return place.trim();
  return passageKind === 'quote' ? `${place}Quoted: “${passage}”` : `${place}In other words: ${passage}`;
}
