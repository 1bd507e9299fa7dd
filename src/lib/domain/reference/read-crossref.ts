import { assembleReference, type RawReference } from './assemble-reference.ts';
import { crossrefStatus } from './crossref-status.ts';
import { cslDate, cslNames, cslText, isRecord } from './csl-parts.ts';
import type { LookedUp } from './looked-up.ts';

/** Crossref's types that are not CSL's. https://api.crossref.org/types */
const TYPES: Record<string, string> = {
  'journal-article': 'article-journal',
  'posted-content': 'article',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'chapter',
  'proceedings-article': 'paper-conference',
  'report-component': 'report',
  dissertation: 'thesis',
  'peer-review': 'article-journal'
};

/** Books have their publisher printed, journals do not. */
const isPrinted = (type: string) => !['article-journal', 'article'].includes(type);

function titleOf(message: Record<string, unknown>): string {
  const [title, subtitle] = [cslText(message['title']), cslText(message['subtitle'])];
  return subtitle === '' || title.includes(subtitle) ? title : `${title}: ${subtitle}`;
}

function textsOf(message: Record<string, unknown>, type: string): RawReference['texts'] {
  const text = (name: string) => cslText(message[name]);
  return {
    title: titleOf(message),
    'container-title': text('container-title') || (type === 'article' ? text('group-title') : ''),
    'container-title-short': text('short-container-title'),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page') || text('article-number'),
    publisher: isPrinted(type) ? text('publisher') : '',
    edition: text('edition-number'),
    language: text('language')
  };
}

/**
 * A work as Crossref's REST API gives it, the `message` of `GET /works/{doi}`; null where it is none. Titles, journals and
 * abstracts are lists there. https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
 */
export function readCrossref(message: unknown): LookedUp | null {
  if (!isRecord(message)) return null;
  const given = cslText(message['type']);
  const type = TYPES[given] ?? given;
  const authors = cslNames(message['author']);
  const { reference } = assembleReference({
    ...{ record: 1, line: 1, type },
    texts: textsOf(message, type),
    authors: authors.names,
    editors: cslNames(message['editor']).names,
    isTruncated: authors.isTruncated,
    issued: cslDate(message['published-print'] ?? message['issued']) ?? cslDate(message['published']),
    accessed: null,
    identifiers: { DOI: [cslText(message['DOI'])], PMID: [], PMCID: [], URL: [] }
  });
  if (reference === null) return null;
  const { csl, authorsTruncated } = reference;
  return { record: { csl, authorsTruncated }, ...crossrefStatus(message) };
}
