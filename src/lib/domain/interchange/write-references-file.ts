import type { ReferencePart } from './package-parts.ts';
import { writeJson } from './write-json.ts';

const ORDER = [
  ...['id', 'type', 'title', 'author', 'editor', 'family', 'given', 'literal', 'container-title'],
  ...[
    'container-title-short',
    'publisher',
    'publisher-place',
    'edition',
    'issued',
    'date-parts',
    'volume',
    'issue'
  ],
  ...['page', 'DOI', 'PMID', 'PMCID', 'URL', 'accessed', 'language', 'custom', 'number', 'citationAsPrinted'],
  ...['authorsTruncated', 'evidenceLevel', 'reviewDueOn', 'status', 'statusNote', 'content', 'identifiers'],
  ...['authors', 'verification', 'editorNotes']
];

function entry(part: ReferencePart) {
  const { csl, custom, number, authorsTruncated, evidenceLevel, reviewDueOn, status, statusNote } = part;
  return {
    ...csl,
    id: part.citationKey,
    custom: {
      ...custom,
      ...(number === null ? {} : { number }),
      authorsTruncated,
      ...(evidenceLevel === '' ? {} : { evidenceLevel }),
      ...(reviewDueOn === null ? {} : { reviewDueOn }),
      ...(status === 'current' ? {} : { status }),
      ...(statusNote === '' ? {} : { statusNote })
    }
  };
}

/** The text of references.json: CSL-JSON, in the order of the printed list. */
export const writeReferencesFile = (references: ReferencePart[]): string =>
  writeJson(references.map(entry), ORDER);
