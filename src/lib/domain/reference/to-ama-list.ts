import { amaText } from './format-ama.ts';
import type { NumberedReference } from './numbered-reference.ts';

/** A reference list as plain text in AMA style, one numbered entry a line. */
export function toAmaList(references: readonly NumberedReference[]): string {
  return references
    .map(({ number, csl, authorsTruncated }) => `${number}. ${amaText(csl, { authorsTruncated })}\n`)
    .join('');
}
