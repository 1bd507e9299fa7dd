import type { RawReference } from './assemble-reference.ts';
import { fullPageRange } from './page-range.ts';
import { firstDate, readPartialDate } from './partial-date.ts';
import { isEtAl, readName } from './person-name.ts';
import type { Place } from './read-reference.ts';

export type RisField = { tag: string; value: string };

const TYPES: Record<string, string> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  EJOUR: 'article-journal',
  INPR: 'article-journal',
  'JOURNAL ARTICLE': 'article-journal',
  'ELECTRONIC ARTICLE': 'article-journal',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  SER: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'chapter',
  'BOOK SECTION': 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'webpage',
  'WEB PAGE': 'webpage',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  UNPB: 'article',
  DATA: 'dataset',
  COMP: 'software',
  LEGAL: 'legislation',
  STAT: 'legislation',
  BILL: 'legislation'
};

/** `50(2)`: volume and issue in one field. */
function readVolume(volume: string, issue: string): { volume: string; issue: string } {
  const both = /^([^()]+)\(([^()]+)\)$/.exec(volume);
  return both === null || issue !== ''
    ? { volume, issue }
    : { volume: (both[1] ?? '').trim(), issue: (both[2] ?? '').trim() };
}

function readPages(first: string, last: string): string {
  return first === '' || last === '' || first === last ? first || last : fullPageRange(`${first}-${last}`);
}

/** Every web address in fields that may hold several, parted by semicolons; `//…` is one without its scheme. */
const addressesIn = (values: string[]) =>
  values
    .flatMap((value) => value.split(/[;\s]+/))
    .filter((part) => /^(?:https?:)?\/\//.test(part))
    .map((part) => (part.startsWith('//') ? `https:${part}` : part));

const isDoiAddress = (address: string) => /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address);

type Values = { all: (...tags: string[]) => string[]; one: (...tags: string[]) => string };

/** DOI in `DO`, else in a note or `M3` as `doi: …`, else in an address of doi.org. */
function identifiersOf({ all }: Values): RawReference['identifiers'] {
  const addresses = addressesIn(all('UR', 'L1', 'L2', 'L3', 'LK'));
  const noted = all('N1', 'M3').filter((note) => /^doi\s*:\s*10\./i.test(note));
  const isPubMed = all('DB').some((name) => /^(?:pubmed|medline|pmc)$/i.test(name));
  const accession = isPubMed ? all('AN') : [];
  const tagged = (label: string) =>
    all('U1', 'U2', 'U3', 'C2').filter((value) => value.endsWith(`[${label}]`));
  return {
    DOI: [...all('DO'), ...noted, ...addresses.filter(isDoiAddress)],
    PMID: [
      ...tagged('pmid'),
      ...accession.filter((value) => /^\d+$/.test(value)),
      ...addresses.filter((address) => /pubmed.*\/\d+\/?$/.test(address))
    ],
    PMCID: [
      ...tagged('pmcid'),
      ...[...accession, ...all('C2')].filter((value) => /^PMC\d+$/i.test(value)),
      ...addresses.filter((address) => /\/PMC\d+\/?$/i.test(address))
    ],
    URL: addresses.filter((address) => !isDoiAddress(address))
  };
}

function titlesOf(type: string, { one }: Values): RawReference['texts'] {
  const isPart = type === 'chapter' || type === 'paper-conference';
  const container = isPart ? one('T2', 'BT', 'JF', 'JO') : one('JF', 'T2', 'JO', 'JA', 'J2', 'BT');
  const short = one('JA', 'J2', 'J1', 'JO');
  return {
    title: type === 'book' ? one('TI', 'T1', 'BT', 'CT') : one('TI', 'T1', 'CT'),
    'container-title': type === 'book' ? '' : container,
    'container-title-short': type === 'book' || short === container ? '' : short
  };
}

function typeOf({ all, one }: Values): string {
  const [name = ''] = all('TY').slice(-1);
  return (
    TYPES[name.trim().toUpperCase()] ??
    (name === '' || one('JF', 'JO') !== '' ? 'article-journal' : 'document')
  );
}

/** The year from `PY`, else `Y1`, else `DA`; `Y2` is the day of access. */
function datesOf({ all }: Values): Pick<RawReference, 'issued' | 'accessed'> {
  const accessed = readPartialDate(all('Y2').at(0) ?? '');
  return {
    issued: firstDate([...all('PY'), ...all('Y1'), ...all('DA')]),
    accessed: accessed !== null && accessed.length === 3 ? accessed : null
  };
}

/** A record of RIS as its tags tell it: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html */
export function rawFromRis({ record, line, fields }: Place & { fields: RisField[] }): RawReference {
  const all = (...tags: string[]) =>
    tags.flatMap((tag) =>
      fields.filter((field) => field.tag === tag && field.value !== '').map(({ value }) => value)
    );
  const values = { all, one: (...tags: string[]) => all(...tags).at(0) ?? '' };
  const { one } = values;
  const type = typeOf(values);
  const authors = all('AU', 'A1');
  const nameOf = (name: string) => readName(name) ?? {};
  return {
    ...{ record, line, type },
    texts: {
      ...titlesOf(type, values),
      ...readVolume(one('VL'), one('IS', 'CP')),
      page: readPages(one('SP'), one('EP')),
      publisher: one('PB'),
      'publisher-place': one('CY', 'PP'),
      edition: type === 'book' || type === 'chapter' ? one('ET') : '',
      language: one('LA')
    },
    authors: authors.filter((name) => !isEtAl(name)).map(nameOf),
    editors: [...all('ED'), ...(type === 'book' || type === 'chapter' ? all('A2') : [])].map(nameOf),
    isTruncated: authors.some(isEtAl),
    ...datesOf(values),
    identifiers: identifiersOf(values)
  };
}
