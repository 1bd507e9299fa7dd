import { isCalendarDay } from '#lib/domain/calendar-day.ts';
import { isProfessionId } from '#lib/domain/identity/profession.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';

/** Which completions a report holds; null: all. Days are `YYYY-MM-DD`, both ends counted in. */
export type CompletionFilter = {
  activity: string | null;
  from: string | null;
  to: string | null;
  profession: string | null;
};

/** `malformed`: no form of ours could have sent it. */
export type FilterProblem = { field: keyof CompletionFilter; message: string; malformed: boolean };

export const ALL_COMPLETIONS: CompletionFilter = { activity: null, from: null, to: null, profession: null };

const FORMS: { field: keyof CompletionFilter; fits: (value: string) => boolean; message: string }[] = [
  {
    field: 'activity',
    fits: (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 200,
    message: 'Choose an activity from the list'
  },
  { field: 'from', fits: isCalendarDay, message: 'Give the first day as a date such as 2027-01-31' },
  { field: 'to', fits: isCalendarDay, message: 'Give the last day as a date such as 2027-01-31' },
  { field: 'profession', fits: isProfessionId, message: 'Choose a profession from the list' }
];

/** Reads a filter as it stands in a URL or behind a command; an empty value filters nothing. */
export function readCompletionFilter(
  value: (field: keyof CompletionFilter) => string | null | undefined
): Result<CompletionFilter, FilterProblem[]> {
  const filter = { ...ALL_COMPLETIONS };
  const problems: FilterProblem[] = [];
  for (const { field, fits, message } of FORMS) {
    const given = value(field)?.trim() ?? '';
    if (given === '') continue;
    if (fits(given)) filter[field] = given;
    else problems.push({ field, message, malformed: true });
  }
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) {
    problems.push({ field: 'to', message: 'The last day lies before the first one', malformed: false });
  }
  return problems.length > 0 ? failure(problems) : success(filter);
}

/** The filter as a query string without its question mark, for links that keep it. */
export function filterQuery(filter: CompletionFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}
