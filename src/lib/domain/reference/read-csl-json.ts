import { assembleReference, type RawReference } from './assemble-reference.ts';
import { cslDate, cslNames, cslText, isRecord } from './csl-parts.ts';
import type { Place, ReadReferences, ReferenceProblem } from './read-reference.ts';

/** Fields that are read; all others are kept as they are. `abstract` and `note` are left out: they are not ours to store. */
const READ = [
  ...['id', 'type', 'title', 'author', 'editor', 'issued', 'accessed', 'DOI', 'PMID', 'PMCID', 'URL'],
  ...['container-title', 'container-title-short', 'journalAbbreviation', 'volume', 'issue', 'page'],
  ...['publisher', 'publisher-place', 'edition', 'genre', 'number', 'version', 'language'],
  ...['abstract', 'note', 'annote', 'custom', 'citation-key', 'citation-label', '_graph', '__proto__']
];

const LARGEST_OTHERS = 20_000;

/** What CSL allows beside the fields that are read, if it is of a size that a reference may have. */
function othersOf(record: Record<string, unknown>): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(record).filter(([name]) => !READ.includes(name)));
  const json = JSON.stringify(others);
  return json.length > LARGEST_OTHERS || json.includes('\\u0000') || !json.isWellFormed() ? {} : others;
}

function textsOf(record: Record<string, unknown>): RawReference['texts'] {
  const text = (...names: string[]) =>
    names.map((name) => cslText(record[name])).find((found) => found !== '');
  return {
    title: text('title'),
    'container-title': text('container-title'),
    'container-title-short': text('container-title-short', 'journalAbbreviation'),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page'),
    publisher: text('publisher'),
    'publisher-place': text('publisher-place'),
    edition: text('edition'),
    genre: text('genre'),
    number: text('number', 'version'),
    language: text('language')
  };
}

/** A record of CSL-JSON, as yet unchecked. `custom.authorsTruncated` is how our own export says "et al". */
export function rawFromCsl(record: Record<string, unknown>, place: Place): RawReference {
  const authors = cslNames(record['author']);
  const { custom } = record;
  return {
    ...place,
    type: cslText(record['type']),
    texts: textsOf(record),
    authors: authors.names,
    editors: cslNames(record['editor']).names,
    isTruncated: authors.isTruncated || (isRecord(custom) && custom['authorsTruncated'] === true),
    issued: cslDate(record['issued']),
    accessed: cslDate(record['accessed']),
    identifiers: {
      DOI: [cslText(record['DOI'])],
      PMID: [cslText(record['PMID'])],
      PMCID: [cslText(record['PMCID'])],
      URL: [cslText(record['URL'])]
    },
    others: othersOf(record)
  };
}

const failed = (why: string, mend: string): ReadReferences => ({
  references: [],
  problems: [{ record: 1, line: 1, what: 'Nothing was read', why, mend }]
});

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

const noRecord = (place: Place): ReferenceProblem => ({
  ...place,
  what: 'The record was left out',
  why: 'It is no object with fields such as “title”.',
  mend: 'Export the reference again as CSL-JSON.'
});

/** References in CSL-JSON: a list of records, one record, or an object that holds the list as `items`. */
export function readCslJson(text: string): ReadReferences {
  const parsed = parse(text);
  if (parsed === null)
    return failed(
      'This is no whole JSON: something is missing or too much.',
      'Export it again, and paste all of it.'
    );
  const { value } = parsed;
  const items = isRecord(value) ? (value['items'] ?? [value]) : value;
  if (!Array.isArray(items))
    return failed('This JSON holds no references.', 'Export the references as CSL-JSON.');
  const read: ReadReferences = { references: [], problems: [] };
  for (const [index, item] of items.entries()) {
    const place = { record: index + 1, line: 1 };
    if (!isRecord(item)) {
      read.problems.push(noRecord(place));
      continue;
    }
    const { reference, problems } = assembleReference(rawFromCsl(item, place));
    if (reference !== null) read.references.push(reference);
    read.problems.push(...problems);
  }
  return read;
}
