import type { RawReference } from './assemble-reference.ts';
import type { CslName } from './csl-reference.ts';
import type { NbibField } from './nbib-field.ts';
import { nbibStatus } from './nbib-status.ts';
import { readPartialDate } from './partial-date.ts';
import { isEtAl, readName, readShortName } from './person-name.ts';
import type { Place } from './read-reference.ts';

const LANGUAGES: Record<string, string> = {
  eng: 'en',
  ger: 'de',
  fre: 'fr',
  spa: 'es',
  ita: 'it',
  chi: 'zh',
  jpn: 'ja',
  por: 'pt',
  rus: 'ru'
};

/** Full names (`FAU`) before short ones (`AU`): the short one that follows a full one says the same again. */
function namesOf(fields: NbibField[], { full, short }: { full: string; short: string }): CslName[] {
  const names: CslName[] = [];
  let isSaid = false;
  for (const { tag, value } of fields) {
    if (isEtAl(value)) continue;
    const name = tag === full ? readName(value) : tag === short && !isSaid ? readShortName(value) : null;
    const group = tag === 'CN' && full === 'FAU' && value !== '' ? { literal: value } : null;
    if (tag === full || tag === short) isSaid = tag === full;
    if (name !== null || group !== null) names.push(name ?? group ?? {});
  }
  return names;
}

function typeOf(kinds: string[], { one }: { one: (tag: string) => string }): string {
  if (one('BTI') !== '') return one('TI') === '' ? 'book' : 'chapter';
  if (kinds.includes('preprint')) return 'article';
  if (one('JT') === '' && one('TA') === '') {
    if (kinds.includes('book')) return 'book';
    if (kinds.includes('technical report')) return 'report';
  }
  return 'article-journal';
}

/** Titles of MEDLINE end with a period, which is not theirs; an ellipsis stays. */
const withoutPeriod = (title: string) => title.replace(/(?<!\.)\.$/, '');

function identifiersOf(all: (tag: string) => string[]): RawReference['identifiers'] {
  const doi = [...all('LID'), ...all('AID')].filter((id) => /\[doi\]$|^doi\s*:/i.test(id));
  const pmcids = all('PMC').map((id) => (/^\d+$/.test(id) ? `PMC${id}` : id));
  return { DOI: doi, PMID: all('PMID'), PMCID: pmcids, URL: [] };
}

function textsOf(type: string, all: (tag: string) => string[]): RawReference['texts'] {
  const one = (tag: string) => all(tag).at(0) ?? '';
  const language = one('LA');
  return {
    title: withoutPeriod(type === 'book' && one('TI') === '' ? one('BTI') : all('TI').join(' ')),
    'container-title': type === 'chapter' ? withoutPeriod(one('BTI')) : one('JT'),
    'container-title-short': one('TA'),
    ...{ volume: one('VI'), issue: one('IP'), page: one('PG'), publisher: one('PB'), edition: one('EN') },
    language: LANGUAGES[language] ?? language
  };
}

/** A record of MEDLINE as its tags tell it. */
export function rawFromNbib({ record, line, fields }: Place & { fields: NbibField[] }): RawReference {
  const all = (tag: string) =>
    fields.filter((field) => field.tag === tag && field.value !== '').map(({ value }) => value);
  const one = (tag: string) => all(tag).at(0) ?? '';
  const kinds = all('PT').map((kind) => kind.toLowerCase());
  const type = typeOf(kinds, { one });
  return {
    ...{ record, line, type },
    texts: textsOf(type, all),
    authors: namesOf(fields, { full: 'FAU', short: 'AU' }),
    editors: namesOf(fields, { full: 'FED', short: 'ED' }),
    isTruncated: [...all('AU'), ...all('FAU')].some(isEtAl),
    issued: readPartialDate(one('DP')) ?? readPartialDate(one('DEP')),
    accessed: null,
    identifiers: identifiersOf(all),
    ...nbibStatus(fields)
  };
}
