import { documentLines, type DocumentLine } from '../accreditation/entitlement.ts';
import type { CertificateDocument, FrozenLine } from './certificate-document.ts';

/** The lines with their words for this amount. */
export function frozenLines(lines: readonly DocumentLine[], quarterCredits: number): FrozenLine[] {
  return lines.map(({ wording, unit, maximumQuarterCredits }) => {
    const line = { wording, unit, maximumQuarterCredits };
    return { ...line, text: documentLines({ lines: [line] }, quarterCredits).join('') };
  });
}

/** What stands in the foot of a document, a paragraph each: the lines of its credit, then its statement. */
export function footParagraphs({ lines = [], statement }: Pick<CertificateDocument, 'lines' | 'statement'>) {
  return [...lines.map(({ text }) => text), statement];
}
