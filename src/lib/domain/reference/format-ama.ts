import { calendarDayWords, isCalendarDay } from '../calendar-day.ts';
import type { CslReference } from './csl-reference.ts';
import { formatNames } from './format-names.ts';

/** A stretch of a formatted reference. `work`: the title of the journal, book or site, set apart from the rest. */
export type AmaPart = { kind: 'text' | 'work'; text: string } | { kind: 'link'; text: string; href: string };

const text = (words: string): AmaPart => ({ kind: 'text', text: words });

/** Ends a sentence; one that ends with a mark of its own gets no second one. */
const sentence = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`);

function authorSentence({ author = [] }: CslReference, authorsTruncated: boolean): AmaPart[] {
  const names = formatNames(author, authorsTruncated);
  return names === '' ? [] : [text(`${sentence(names)} `)];
}

const yearOf = (reference: CslReference) => reference.issued?.['date-parts'][0]?.[0]?.toString() ?? '';

/** A date of CSL in words, e.g. "December 1, 2026"; a year alone stays a year. */
function dateWords(date: CslReference['issued']): string {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  const calendarDay = [year, month, day].map((part) => String(part ?? '').padStart(2, '0')).join('-');
  return isCalendarDay(calendarDay) ? calendarDayWords(calendarDay) : String(year ?? '');
}

/** `10(suppl 13)`, `8(1)`, `4`: AMA writes "suppl" in lower case. */
function volumeWords({ volume = '', issue }: CslReference): string {
  return issue === undefined ? volume : `${volume}(${issue.replace(/\bSuppl\b/gi, 'suppl')})`;
}

/** The DOI as a link, else the address. The list that the sample follows ends these with a period too. */
function linkParts({ DOI, URL }: CslReference): AmaPart[] {
  if (DOI !== undefined) {
    const path = DOI.split('/').map(encodeURIComponent).join('/');
    return [text(' '), { kind: 'link', text: `doi:${DOI}`, href: `https://doi.org/${path}` }, text('.')];
  }
  return URL !== undefined && /^https?:/.test(URL) ? [text(' '), { kind: 'link', text: URL, href: URL }] : [];
}

function journalArticle(reference: CslReference): AmaPart[] {
  const journal = reference['container-title-short'] ?? reference['container-title'] ?? '';
  const volume = volumeWords(reference);
  const place = `${yearOf(reference)}${volume && `;${volume}`}${reference.page === undefined ? '' : `:${reference.page}`}`;
  return [
    text(`${sentence(reference.title)} `),
    { kind: 'work', text: sentence(journal) },
    text(` ${sentence(place)}`),
    ...linkParts(reference)
  ];
}

/** "2" → "2nd ed. "; words are kept. */
function editionWords({ edition }: CslReference): string {
  if (edition === undefined || edition === '1') return '';
  if (!/^\d+$/.test(edition)) return `${sentence(edition)} `;
  const teens = /1\d$/.test(edition);
  const ending = (!teens && { 1: 'st', 2: 'nd', 3: 'rd' }[edition.slice(-1)]) || 'th';
  return `${edition}${ending} ed. `;
}

/** Publisher, year and pages; AMA 11th ed. names no place. */
function imprint(reference: CslReference): string {
  const made = [reference.publisher, yearOf(reference)].filter(Boolean).join('; ');
  return sentence(reference.page === undefined ? made : `${made}:${reference.page}`);
}

function book(reference: CslReference): AmaPart[] {
  return [
    { kind: 'work', text: sentence(reference.title) },
    text(` ${editionWords(reference)}${imprint(reference)}`),
    ...linkParts(reference)
  ];
}

function chapter(reference: CslReference): AmaPart[] {
  const { editor = [] } = reference;
  const editors =
    editor.length === 0 ? '' : `${formatNames(editor, false)}, ${editor.length === 1 ? 'ed' : 'eds'}. `;
  return [
    text(`${sentence(reference.title)} In: ${editors}`),
    { kind: 'work', text: sentence(reference['container-title'] ?? '') },
    text(` ${editionWords(reference)}${imprint(reference)}`),
    ...linkParts(reference)
  ];
}

function webPage(reference: CslReference): AmaPart[] {
  const site = reference['container-title'] ?? reference.publisher;
  const published = dateWords(reference.issued);
  const seen = dateWords(reference.accessed);
  return [
    text(`${sentence(reference.title)} `),
    ...(site === undefined ? [] : [{ kind: 'work' as const, text: sentence(site) }, text(' ')]),
    text([published && `Published ${published}.`, seen && `Accessed ${seen}.`].filter(Boolean).join(' ')),
    ...linkParts(reference)
  ];
}

function body(reference: CslReference): AmaPart[] {
  switch (reference.type) {
    case 'book':
    case 'report':
      return book(reference);
    case 'chapter':
      return chapter(reference);
    case 'webpage':
      return webPage(reference);
    default:
      return journalArticle(reference);
  }
}

/** A reference as the AMA Manual of Style, 11th ed., chapter 3, prints it in a list, cut where its look changes. */
export function formatAma(reference: CslReference, { authorsTruncated = false } = {}): AmaPart[] {
  return [...authorSentence(reference, authorsTruncated), ...body(reference)];
}

/** The same as plain text. */
export function amaText(reference: CslReference, options?: { authorsTruncated?: boolean }): string {
  return formatAma(reference, options)
    .map((part) => part.text)
    .join('');
}
