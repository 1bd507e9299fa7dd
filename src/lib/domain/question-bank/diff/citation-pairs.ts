import type { DraftCitation } from '../item-draft.ts';

export type CitationPair = { before: DraftCitation | null; after: DraftCitation | null; number: number };

/** Which citation became which: the same reference, in the order of its mentions. `number` counts from 1 in its version. */
export function pairCitations(before: DraftCitation[], after: DraftCitation[]): CitationPair[] {
  const open = before.map((citation, index) => ({ citation, number: index + 1 }));
  const kept = after.map((citation, index) => {
    const at = open.findIndex((earlier) => earlier.citation.citationKey === citation.citationKey);
    const [found] = at === -1 ? [] : open.splice(at, 1);
    return { before: found?.citation ?? null, after: citation, number: index + 1 };
  });
  return [...kept, ...open.map(({ citation, number }) => ({ before: citation, after: null, number }))];
}
