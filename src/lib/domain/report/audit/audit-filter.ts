import { isCalendarDay } from '#lib/domain/calendar-day.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { isUuid } from '#lib/domain/uuid.ts';

/** Which events are shown; an empty field is no limit, and all fields must hold. */
export type AuditFilter = {
  /** A person's id, or `program`: nobody who was signed in. */
  who: string;
  /** An action, e.g. `credit.claim`, or all of a room, e.g. `credit.`. */
  what: string;
  kind: string;
  subject: string;
  /** Calendar days in UTC, both counted in. */
  from: string;
  to: string;
};

export type AuditFilterField = keyof AuditFilter;

const FIELDS = ['who', 'what', 'kind', 'subject', 'from', 'to'] as const satisfies AuditFilterField[];

const DAY = 'as year-month-day, e.g. 2027-01-31';

/** What is wrong with each field, if anything. */
const CHECKS: Record<AuditFilterField, (value: string) => string | null> = {
  who: (value) =>
    isUuid(value) || value === 'program'
      ? null
      : 'Enter the id of a person, or “program” for what nobody signed in did',
  what: (value) =>
    /^[a-z-]+\.[a-z-]*$/.test(value) ? null : 'Choose an action, or everything of a room, from the list',
  kind: (value) =>
    /^[a-z-]+$/.test(value) ? null : 'Enter the kind of a record in small letters, e.g. certificate',
  subject: (value) =>
    /^[\w.:-]{1,100}$/.test(value) ? null : 'Enter the id of a record: letters, digits and hyphens',
  from: (value) => (isCalendarDay(value) ? null : `Enter the first day ${DAY}`),
  to: (value) => (isCalendarDay(value) ? null : `Enter the last day ${DAY}`)
};

/** The filter as it was typed, right or wrong; what is longer than any right value is cut. */
export function typedAuditFilter(params: URLSearchParams): AuditFilter {
  const typed = (field: AuditFilterField) => (params.get(field) ?? '').trim().slice(0, 200);
  const [who, what, kind] = [typed('who'), typed('what'), typed('kind')];
  return { who, what, kind, subject: typed('subject'), from: typed('from'), to: typed('to') };
}

/** The filter of an address, or what is wrong with which field. */
export function readAuditFilter(
  params: URLSearchParams
): Result<AuditFilter, { field: AuditFilterField; message: string }[]> {
  const filter = typedAuditFilter(params);
  const problems = FIELDS.flatMap((field) => {
    const message = filter[field] === '' ? null : CHECKS[field](filter[field]);
    return message === null ? [] : [{ field, message }];
  });
  if (problems.length > 0) return failure(problems);
  if (filter.from !== '' && filter.to !== '' && filter.from > filter.to)
    return failure([{ field: 'to', message: 'Enter a last day that is not before the first' }]);
  return success(filter);
}

/** The filter as the query of an address, without what is empty. */
export function auditQuery(filter: AuditFilter): string {
  const set = FIELDS.filter((field) => filter[field] !== '');
  return new URLSearchParams(set.map((field) => [field, filter[field]])).toString();
}

/** The id behind which a page begins; 0: the first page; null: there is no such page. */
export function readOlder(params: URLSearchParams): number | null {
  const text = params.get('older') ?? '0';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
