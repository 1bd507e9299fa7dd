/** The formats in which references are pasted. */
export type ReferenceFormat = 'ris' | 'nbib' | 'bibtex' | 'csl-json' | 'pubmed-xml';

/** A format in words. */
export const FORMAT_LABELS: Record<ReferenceFormat, string> = {
  ris: 'RIS',
  nbib: 'NBIB (PubMed)',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
  'pubmed-xml': 'PubMed XML'
};

/** Which format a text is in, by how it begins and what its lines look like; null: none of them. */
export function recogniseFormat(text: string): ReferenceFormat | null {
  const start = text.trimStart().slice(0, 200);
  if (/^[[{]/.test(start)) return 'csl-json';
  if (/^<(?:\?xml|!DOCTYPE|PubmedArticle|PubmedBook)/i.test(start)) return 'pubmed-xml';
  if (/^@\s*[A-Za-z]+\s*[{(]/m.test(text)) return 'bibtex';
  const count = (line: RegExp) => text.match(line)?.length ?? 0;
  const isNbib = /^PMID-|^PMC -|^PMCR-/m.test(text) || count(/^(?:OWN |STAT|DCOM|FAU |JID )-/gm) > 1;
  if (isNbib) return 'nbib';
  if (/^TY {1,2}-/m.test(text) || count(/^[A-Z][A-Z0-9] {1,2}-/gm) > 1 || /^\s*FN \S.*\r?\n?VR /.test(text))
    return 'ris';
  return null;
}
