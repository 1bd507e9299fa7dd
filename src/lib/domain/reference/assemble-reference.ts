import type { CslName, CslReference } from './csl-reference.ts';
import { readDoi, readPmcid, readPmid } from './identifiers.ts';
import { fullPageRange } from './page-range.ts';
import type { Place, ReadReference, ReferenceProblem } from './read-reference.ts';
import type { ReferenceStatus } from './reference-status.ts';
import { referenceTypeOf } from './reference-types.ts';
import { tidyInline } from './tidy-inline.ts';

const LONGEST = 2000;
const MOST_NAMES = 3000;

const TEXT_FIELDS = [
  'container-title',
  'container-title-short',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'edition',
  'genre',
  'number',
  'language'
] as const;

/** What a parser found of one record, as it stands there. */
export type RawReference = Place & {
  type: string;
  texts: Partial<Record<(typeof TEXT_FIELDS)[number] | 'title', string | undefined>>;
  authors: CslName[];
  editors: CslName[];
  isTruncated: boolean;
  issued: number[] | null;
  accessed: number[] | null;
  /** Where each may stand, the likeliest first. */
  identifiers: { DOI: string[]; PMID: string[]; PMCID: string[]; URL: string[] };
  /** Fields that nothing here reads; they are kept. */
  others?: Record<string, unknown>;
  status?: ReferenceStatus;
  statusNote?: string;
};

const readUrl = (text: string): string | null =>
  /^https?:\/\/[^\s\p{Cc}]{3,2000}$/u.test(text) ? text : null;

const READERS = { DOI: readDoi, PMID: readPmid, PMCID: readPmcid, URL: readUrl };

type Identifier = keyof typeof READERS;

const EXAMPLES: Record<Identifier, string> = {
  DOI: '10.1038/nature21349',
  PMID: '28102259',
  PMCID: 'PMC5515524',
  URL: 'https://example.org/report'
};

function readIdentifier(
  raw: RawReference,
  name: Identifier
): { value: string | null; problem: string | null } {
  const candidates = raw.identifiers[name].map(tidyInline).filter((text) => text !== '');
  const value = candidates.map(READERS[name]).find((found) => found !== null) ?? null;
  const [first] = candidates;
  return { value, problem: value === null && first !== undefined ? first.slice(0, 80) : null };
}

function readIdentifiers(raw: RawReference): { found: Partial<CslReference>; problems: ReferenceProblem[] } {
  const names: Identifier[] = ['DOI', 'PMID', 'PMCID', 'URL'];
  const read = names.map((name) => ({ name, ...readIdentifier(raw, name) }));
  const found = Object.fromEntries(
    read.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))
  );
  const problems = read.flatMap(({ name, problem }) =>
    problem === null
      ? []
      : [
          {
            record: raw.record,
            line: raw.line,
            what: `The ${name} was left out`,
            why: `“${problem}” is no ${name}.`,
            mend: `Add it by hand in the form ${EXAMPLES[name]}.`
          }
        ]
  );
  return { found, problems };
}

const tidyName = (name: CslName): CslName =>
  Object.fromEntries(
    Object.entries(name).flatMap(([part, text]) => {
      const tidied = tidyInline(text).slice(0, LONGEST);
      return tidied === '' ? [] : [[part, tidied]];
    })
  );

function tidyNames(names: CslName[]): CslName[] {
  const tidied = names.slice(0, MOST_NAMES).map(tidyName);
  return tidied.filter(({ family, literal }) => family !== undefined || literal !== undefined);
}

function readTexts({ texts }: RawReference): Partial<CslReference> {
  const read: Partial<CslReference> = {};
  for (const field of TEXT_FIELDS) {
    const text = tidyInline(texts[field] ?? '').slice(0, LONGEST);
    if (text !== '') read[field] = field === 'page' ? fullPageRange(text) : text;
  }
  return read;
}

const dateOf = (name: 'issued' | 'accessed', parts: number[] | null) =>
  parts === null ? {} : { [name]: { 'date-parts': [parts] } };

function noTitle({ record, line }: Place): ReferenceProblem {
  const what = 'The record was left out';
  return { record, line, what, why: 'It has no title.', mend: 'Give it a title, or add it by the form.' };
}

/** The reference of a record, or none where it has no title; what could not be read of it is a problem. */
export function assembleReference(raw: RawReference): {
  reference: ReadReference | null;
  problems: ReferenceProblem[];
} {
  const { record, line, isTruncated, others = {}, status = 'current', statusNote = '' } = raw;
  const title = tidyInline(raw.texts.title ?? '').slice(0, LONGEST);
  if (title === '') return { reference: null, problems: [noTitle(raw)] };
  const { found, problems } = readIdentifiers(raw);
  const [author, editor] = [tidyNames(raw.authors), tidyNames(raw.editors)];
  const csl: CslReference = {
    ...others,
    id: `record-${record}`,
    type: referenceTypeOf(raw.type),
    title,
    ...(author.length === 0 ? {} : { author }),
    ...(editor.length === 0 ? {} : { editor }),
    ...readTexts(raw),
    ...dateOf('issued', raw.issued),
    ...dateOf('accessed', raw.accessed),
    ...found
  };
  return { reference: { record, line, csl, authorsTruncated: isTruncated, status, statusNote }, problems };
}
