import { calendarDayWords, isCalendarDay } from '../calendar-day.ts';
import type { CslReference } from './csl-reference.ts';

/** A stretch of a formatted reference. `work`: the title of the journal, book or site, set apart from the rest. */
export type AmaPart = { kind: 'text' | 'work'; text: string } | { kind: 'link'; text: string; href: string };

/** A stretch without a look of its own. */
export const text = (words: string): AmaPart => ({ kind: 'text', text: words });

/** Ends a sentence; one that ends with a mark of its own gets no second one. */
export const sentence = (words: string) => (words === '' || /[.?!]$/.test(words) ? words : `${words}.`);

/** The year of publication, or ''. */
export const yearOf = (reference: CslReference) => reference.issued?.['date-parts'][0]?.[0]?.toString() ?? '';

/** A date of CSL in words, e.g. "December 1, 2026"; a year alone stays a year. */
export function dateWords(date: CslReference['issued']): string {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  const calendarDay = [year, month, day].map((part) => String(part ?? '').padStart(2, '0')).join('-');
  return isCalendarDay(calendarDay) ? calendarDayWords(calendarDay) : String(year ?? '');
}

/** The DOI as a link, else the address. The list that the sample follows ends these with a period too. */
export function linkParts({ DOI, URL }: CslReference): AmaPart[] {
  if (DOI !== undefined) {
    const path = DOI.split('/').map(encodeURIComponent).join('/');
    return [text(' '), { kind: 'link', text: `doi:${DOI}`, href: `https://doi.org/${path}` }, text('.')];
  }
  return URL !== undefined && /^https?:/.test(URL) ? [text(' '), { kind: 'link', text: URL, href: URL }] : [];
}

/** Publisher, year and pages; AMA 11th ed. names no place. */
export function imprint(reference: CslReference): string {
  const made = [reference.publisher, yearOf(reference)].filter(Boolean).join('; ');
  return sentence(reference.page === undefined ? made : `${made}:${reference.page}`);
}
