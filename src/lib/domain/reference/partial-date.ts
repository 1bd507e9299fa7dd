const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const YEAR = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/;

const monthNamed = (word: string): number | null => {
  const index = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return index === -1 ? null : index + 1;
};

const within = (word: string | undefined, last: number): number | null =>
  word !== undefined && /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= last
    ? Number(word)
    : null;

/** What follows a year: month and day, as far as they are told. "Jan-Feb" is January; "Winter" is no month. */
function afterYear([first = '', second]: string[]): number[] {
  const month = within(first, 12) ?? monthNamed(first);
  if (month === null) return [];
  const day = within(second, 31);
  return day === null ? [month] : [month, day];
}

/** "15 July 2005" and "July 15, 2005": a month in words somewhere, and a day beside it. */
function beforeYear(words: string[]): number[] {
  const month = words.map(monthNamed).find((found) => found !== null);
  if (month === undefined) return [];
  const day = words.map((word) => within(word, 31)).find((found) => found !== null);
  return day === undefined ? [month] : [month, day];
}

/**
 * The date parts of CSL (`[2005, 7, 15]`, or fewer) in a date as reference files write it: `2005`, `2005/07/15`,
 * `2001/09/01/`, `2014//`, `2016 Jan-Feb`, `2010 Winter`, `15 July 2005`. Null where it names no year.
 */
export function readPartialDate(text: string): number[] | null {
  const compact = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text);
  const spaced = compact ? `${compact[1] ?? ''}/${compact[2] ?? ''}/${compact[3] ?? ''}` : text;
  const found = YEAR.exec(spaced);
  if (found === null) return null;
  const year = Number(found[1]);
  const wordsOf = (part: string) => part.split(/[\s/.,T-]+/).filter((word) => word !== '');
  const before = beforeYear(wordsOf(spaced.slice(0, found.index)));
  return [year, ...(before.length > 0 ? before : afterYear(wordsOf(spaced.slice(found.index + 4))))];
}

/** Of several dates the first that names a year; a later one that says more of the same year is preferred. */
export function firstDate(texts: string[]): number[] | null {
  const dates = texts.map(readPartialDate).filter((date) => date !== null);
  const [first] = dates;
  if (first === undefined) return null;
  const sameYear = dates.filter(([year]) => year === first[0]);
  return sameYear.reduce((best, date) => (date.length > best.length ? date : best), first);
}

/** Date parts as they are typed into a form: `2017`, `2017-05`, `2017-05-01`. */
export function partialDateText(date: { 'date-parts': number[][] } | undefined): string {
  const [year, ...rest] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return '';
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
