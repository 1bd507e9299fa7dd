import type { CslName } from './csl-reference.ts';
import { readPartialDate } from './partial-date.ts';
import { isEtAl } from './person-name.ts';

/** Whether a value of JSON is an object with fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text field: CSL allows numbers too, and Crossref's dialect lists. */
export function cslText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length > 0 ? cslText(value[0]) : '';
}

function readDateParts(value: unknown): number[] | null {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  if (!Array.isArray(first)) return null;
  const numbers = first.slice(0, 3).map((part: unknown) => Number(cslText(part)));
  const [year = 0, month = 0, day = 0] = numbers.map((part) => (Number.isInteger(part) ? part : 0));
  if (year < 1 || year > 2200) return null;
  if (month < 1 || month > 12) return [year];
  return day < 1 || day > 31 ? [year, month] : [year, month, day];
}

/** A date of CSL, by its parts, else by what its `raw` or `literal` form says; a list is tried as parts. */
export function cslDate(value: unknown): number[] | null {
  if (!isRecord(value)) return readPartialDate(cslText(value));
  const parts = readDateParts(value['date-parts']);
  return parts ?? readPartialDate(cslText(value['raw'])) ?? readPartialDate(cslText(value['literal']));
}

function cslName(value: unknown): CslName | null {
  if (!isRecord(value)) return typeof value === 'string' ? { literal: value } : null;
  const part = (name: string) => cslText(value[name]).trim();
  const family = [part('non-dropping-particle'), part('dropping-particle'), part('family')]
    .filter((word) => word !== '')
    .join(' ');
  const literal = part('literal') || part('name');
  if (family === '')
    return literal === '' ? (part('given') === '' ? null : { literal: part('given') }) : { literal };
  return { family, given: part('given'), suffix: part('suffix') };
}

/** Names of CSL; particles join the family name. Crossref's `name` is a literal one. "et al" among them is no name. */
export function cslNames(value: unknown): { names: CslName[]; isTruncated: boolean } {
  const names = (Array.isArray(value) ? value : []).map(cslName).filter((name) => name !== null);
  const isMore = ({ family, literal, given = '' }: CslName) =>
    given === '' && isEtAl(family ?? literal ?? '');
  return { names: names.filter((name) => !isMore(name)), isTruncated: names.some(isMore) };
}
