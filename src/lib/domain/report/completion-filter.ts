import { isCalendarDay } from '#lib/domain/calendar-day.ts';
import { isCountryCode } from '#lib/domain/identity/country.ts';
import { isProfessionId } from '#lib/domain/identity/profession.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { nameWords } from './name-words.ts';
import { readReportingStanding } from './reporting-state.ts';

/**
 * Which completions a report holds. A list: any of its values, empty: no matter which; between fields all must hold. Days
 * are `YYYY-MM-DD` and scores whole per cent, both ends counted in; null: no limit.
 */
export type CompletionFilter = {
  /** Slugs. */
  activity: string[];
  /** Versions of activities as they are named, e.g. `1.2.0`. */
  version: string[];
  from: string | null;
  to: string | null;
  profession: string[];
  /** Keys of credit rules, e.g. `ama-pra-1`; `none`: nothing was awarded. */
  credit: string[];
  country: string[];
  /** Standings with a report, e.g. `pars:accepted`, `pars:none`. */
  reporting: string[];
  scoreMin: number | null;
  scoreMax: number | null;
  /** Words of a name, each a beginning. */
  name: string[];
};

export type FilterField = keyof CompletionFilter;

/** `malformed`: no form of ours could have sent it. */
export type FilterProblem = { field: FilterField; message: string; malformed: boolean };

export const ALL_COMPLETIONS: CompletionFilter = {
  activity: [],
  version: [],
  from: null,
  to: null,
  profession: [],
  credit: [],
  country: [],
  reporting: [],
  scoreMin: null,
  scoreMax: null,
  name: []
};

/** More than a person clicks together; keeps a hostile address from becoming a huge query. */
const MOST_VALUES = 50;

const isSlug = (value: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 200;
const isLabel = (value: string) => /^[^\p{Cc}]{1,50}$/u.test(value);
const isName = (value: string) => nameWords(value).length > 0;
const isPercent = (value: string) => /^\d{1,3}$/.test(value) && Number(value) <= 100;

/** What a value has to look like; `typed`: a person writes it, and can mistake it. */
type Form = { fits: (value: string) => boolean; message: string; typed?: true };

const FORMS: Record<FilterField, Form> = {
  activity: { fits: isSlug, message: 'Choose an activity from the list' },
  version: { fits: isLabel, message: 'Choose a version from the list' },
  from: { fits: isCalendarDay, message: 'Enter the first day as a date such as 2027-01-31' },
  to: { fits: isCalendarDay, message: 'Enter the last day as a date such as 2027-01-31' },
  profession: { fits: isProfessionId, message: 'Choose a profession from the list' },
  credit: { fits: isSlug, message: 'Choose a type of credit from the list' },
  country: { fits: isCountryCode, message: 'Choose a country from the list' },
  reporting: {
    fits: (value) => readReportingStanding(value) !== null,
    message: 'Choose a state of reporting from the list'
  },
  scoreMin: {
    fits: isPercent,
    message: 'Enter the lowest score as a whole number from 0 to 100',
    typed: true
  },
  scoreMax: {
    fits: isPercent,
    message: 'Enter the highest score as a whole number from 0 to 100',
    typed: true
  },
  name: { fits: isName, message: 'Enter at least one letter of the name', typed: true }
};

/** The values that are given for a field, each once; a single-valued field takes the last one. */
function valuesOf(sent: URLSearchParams, field: FilterField, problems: FilterProblem[]): string[] {
  const { fits, message, typed } = FORMS[field];
  const given = [...new Set(sent.getAll(field).map((value) => value.trim()))].filter((value) => value !== '');
  const wrong = given.length > MOST_VALUES || !given.every(fits);
  if (wrong) problems.push({ field, message, malformed: typed !== true || given.length > MOST_VALUES });
  return wrong ? [] : given;
}

/** What no single value shows: ends that stand the wrong way round. */
function orderProblems({ from, to, scoreMin, scoreMax }: CompletionFilter): FilterProblem[] {
  const problems: FilterProblem[] = [];
  if (from !== null && to !== null && from > to)
    problems.push({ field: 'to', message: 'The last day lies before the first one', malformed: false });
  if (scoreMin !== null && scoreMax !== null && scoreMin > scoreMax)
    problems.push({
      field: 'scoreMax',
      message: 'The highest score lies below the lowest one',
      malformed: false
    });
  return problems;
}

/** Reads a filter as it stands in an address or behind a command; an empty value filters nothing. */
export function readCompletionFilter(sent: URLSearchParams): Result<CompletionFilter, FilterProblem[]> {
  const problems: FilterProblem[] = [];
  const many = (field: FilterField) => valuesOf(sent, field, problems);
  const one = (field: FilterField) => many(field).at(-1) ?? null;
  const percent = (field: FilterField) => {
    const value = one(field);
    return value === null ? null : Number(value);
  };
  const filter: CompletionFilter = {
    activity: many('activity'),
    version: many('version'),
    from: one('from'),
    to: one('to'),
    profession: many('profession'),
    credit: many('credit'),
    country: many('country'),
    reporting: many('reporting'),
    scoreMin: percent('scoreMin'),
    scoreMax: percent('scoreMax'),
    name: many('name')
  };
  problems.push(...orderProblems(filter));
  return problems.length > 0 ? failure(problems) : success(filter);
}

/** In the order in which an address names them. */
const FILTER_FIELDS = [
  'activity',
  'version',
  'from',
  'to',
  'profession',
  'credit',
  'country',
  'reporting',
  'scoreMin',
  'scoreMax',
  'name'
] as const satisfies FilterField[];

/** The filter as it stands in an address, always in the same order; `readCompletionFilter` reads it again. */
export function filterPairs(filter: CompletionFilter): [FilterField, string][] {
  return FILTER_FIELDS.flatMap((field) =>
    [filter[field]]
      .flat()
      .filter((value) => value !== null)
      .map((value): [FilterField, string] => [field, String(value)])
      .sort(([, one], [, other]) => (one < other ? -1 : 1))
  );
}
