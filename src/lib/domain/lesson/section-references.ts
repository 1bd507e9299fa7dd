import type { NumberedReference, ReferenceEntry } from '../reference/numbered-reference.ts';
import { mentionId, type Mention } from './number-mentions.ts';

/** The entries that end a section: what it cites, by number, each with a link back to every mention. */
export function sectionReferences(
  mentions: readonly Mention[],
  references: readonly NumberedReference[]
): ReferenceEntry[] {
  return references.flatMap((reference) => {
    const own = mentions.filter((mention) => mention.number === reference.number);
    if (own.length === 0) return [];
    const backLinks = own.map((mention) => ({
      label: String(mention.occurrence),
      href: `#${mentionId(mention)}`
    }));
    return [{ ...reference, backLinks, questions: [] }];
  });
}
