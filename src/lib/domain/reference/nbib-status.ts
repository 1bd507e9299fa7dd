import type { NbibField } from './nbib-field.ts';
import { gravestFirst, type ReferenceStatus } from './reference-status.ts';

type Sign = { status: ReferenceStatus; words: string };

/**
 * The tags by which MEDLINE names the notice about a paper; each value says where it stands.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html (Comments and Corrections)
 */
const NOTICES: Record<string, Sign> = {
  RIN: { status: 'retracted', words: 'Retraction in' },
  ECI: { status: 'expression-of-concern', words: 'Expression of concern in' },
  PRIN: { status: 'corrected', words: 'Partial retraction in' },
  CRI: { status: 'corrected', words: 'Corrected and republished in' },
  EIN: { status: 'corrected', words: 'Erratum in' }
};

const KINDS: Record<string, Sign> = {
  'retracted publication': { status: 'retracted', words: 'PubMed lists it as a retracted publication' }
};

function signsOf(fields: NbibField[]): Sign[] {
  return fields.flatMap(({ tag, value }) => {
    const notice = NOTICES[tag];
    if (notice && value !== '') return [{ ...notice, words: `${notice.words}: ${value}` }];
    const kind = tag === 'PT' ? KINDS[value.toLowerCase()] : undefined;
    return kind ? [kind] : [];
  });
}

/** How a paper stands by its MEDLINE record, with the notices that say so, the gravest first (cme-rules.md §6.3). */
export function nbibStatus(fields: NbibField[]): { status: ReferenceStatus; statusNote: string } {
  const signs = signsOf(fields).toSorted(gravestFirst);
  const statusNote = signs
    .map(({ words }) => `${words.replace(/\.$/, '')}.`)
    .join(' ')
    .slice(0, 2000);
  return { status: signs[0]?.status ?? 'current', statusNote };
}
