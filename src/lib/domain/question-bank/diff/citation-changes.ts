import type { DraftCitation } from '../item-draft.ts';
import type { CitationPair } from './citation-pairs.ts';
import { changedFact } from './words.ts';

const VERIFICATION_WORDS: Record<DraftCitation['verification'], string> = {
  verified: 'checked against the reference',
  'source-page': 'checked against a page that quotes it',
  'needs-expert-review': 'needs expert review'
};

/** What became of the citations, in plain words; their texts are compared apart. */
export function citationChanges(pairs: CitationPair[]): string[] {
  return pairs.flatMap(({ before, after }) => {
    if (before === null) return after === null ? [] : [`Reference ${after.citationKey} added`];
    if (after === null) return [`Reference ${before.citationKey} removed`];
    const name = `of reference ${after.citationKey}`;
    return [
      ...changedFact(`Locator ${name}`, { before: before.locator, after: after.locator }),
      ...changedFact(`Passage ${name}`, { before: before.passageKind, after: after.passageKind }),
      ...changedFact(`Verification ${name}`, {
        before: VERIFICATION_WORDS[before.verification],
        after: VERIFICATION_WORDS[after.verification]
      }),
      ...changedFact(`Address ${name}`, { before: before.url, after: after.url })
    ];
  });
}
