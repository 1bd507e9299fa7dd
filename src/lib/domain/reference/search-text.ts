import type { CslReference } from './csl-reference.ts';
import { foldText } from './fold-text.ts';
import { familyWithParticles } from './person-name.ts';

/** All words by which a reference is found, folded: key, title, names, journal, year and identifiers. */
export function referenceSearchText(citationKey: string, csl: CslReference): string {
  const names = [...(csl.author ?? []), ...(csl.editor ?? [])].map((name) =>
    [familyWithParticles(name), name.given, name.literal].filter(Boolean).join(' ')
  );
  const year = csl.issued?.['date-parts'][0]?.[0];
  const parts = [
    citationKey,
    csl.title,
    ...names,
    csl['container-title'],
    csl['container-title-short'],
    year === undefined ? '' : String(year),
    csl.DOI,
    csl.PMID,
    csl.PMCID
  ];
  return foldText(parts.filter(Boolean).join('\n'));
}
