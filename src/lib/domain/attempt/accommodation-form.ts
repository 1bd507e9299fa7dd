import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { isPrintable, tidyLine } from '../identity/tidy-line.ts';
import { failure, success, type Result } from '../result.ts';
import type { Accommodation } from './accommodation.ts';
import type { GrantedAccommodation } from './standing-accommodation.ts';

/** What is offered to choose from; any whole number up to the most may be typed. */
export const USUAL_EXTRA_TIME = [0, 25, 50, 100] as const;

const MOST_EXTRA_TIME = 300;
const MOST_BREAK_MINUTES = 240;
const LONGEST_BASIS = 200;

/** The form as typed. */
export type AccommodationFields = Record<
  'extraTimePercent' | 'breakMinutes' | 'untimed' | 'validFrom' | 'validUntil' | 'basis',
  string
>;

/** A grant that was read from the form. */
export type AccommodationGrant = GrantedAccommodation & { basis: string };

/** The form before anything is typed. */
export function emptyAccommodation(today: string): AccommodationFields {
  const nothing = { extraTimePercent: '', breakMinutes: '', untimed: '' };
  return { ...nothing, validFrom: today, validUntil: '', basis: '' };
}

/** The form of what stands, to be changed. */
export function accommodationFieldsOf({
  terms,
  validFrom,
  validUntil,
  basis
}: AccommodationGrant): AccommodationFields {
  return {
    extraTimePercent: String(terms.extraTimePercent),
    breakMinutes: String(terms.breakMinutes),
    untimed: terms.untimed ? 'yes' : '',
    validFrom,
    validUntil: validUntil ?? '',
    basis
  };
}

/** A whole number up to the most, nothing typed being none; null: it is neither. */
function readNumber(typed: string, most: number): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

type Read<Value> = Result<Value, FieldProblem[]>;

function readTerms(fields: AccommodationFields): Read<NonNullable<Accommodation>> {
  // No limit holds all time and all breaks in it.
  if (fields.untimed !== '') return success({ extraTimePercent: 0, breakMinutes: 0, untimed: true });
  const extraTimePercent = readNumber(fields.extraTimePercent, MOST_EXTRA_TIME);
  const breakMinutes = readNumber(fields.breakMinutes, MOST_BREAK_MINUTES);
  const problems: FieldProblem[] = [];
  const whole = (what: string, most: number) => `Enter ${what} as a whole number from 0 to ${most}`;
  if (extraTimePercent === null)
    problems.push({ field: 'extraTimePercent', message: whole('extra time in percent', MOST_EXTRA_TIME) });
  if (breakMinutes === null)
    problems.push({ field: 'breakMinutes', message: whole('minutes for breaks', MOST_BREAK_MINUTES) });
  if (extraTimePercent === 0 && breakMinutes === 0)
    problems.push({
      field: 'extraTimePercent',
      message: 'Enter extra time or minutes for breaks, or tick “No time limit”: this grants nothing'
    });
  if (extraTimePercent === null || breakMinutes === null || problems.length > 0) return failure(problems);
  return success({ extraTimePercent, breakMinutes, untimed: false });
}

function dayProblems({ validFrom, validUntil }: AccommodationFields, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const isFrom = isCalendarDay(validFrom);
  if (!isFrom)
    problems.push({ field: 'validFrom', message: 'Enter the day from which it holds, such as 2027-03-31' });
  const until = (message: string) => problems.push({ field: 'validUntil', message });
  if (validUntil !== '') {
    if (!isCalendarDay(validUntil)) until('Enter the last day, such as 2027-12-31, or leave it empty');
    else if (isFrom && validUntil < validFrom) until('Choose a last day that is not before the first one');
    else if (validUntil < today) until('This day is over. Choose today or a later day, or leave it empty');
  }
  return problems;
}

function basisProblems(basis: string): FieldProblem[] {
  const problem = (message: string) => [{ field: 'basis', message }];
  if (basis === '') return problem('Say who confirmed it, e.g. Office for disability services');
  if (basis.length > LONGEST_BASIS) return problem(`Shorten this to ${LONGEST_BASIS} characters`);
  return isPrintable(basis) ? [] : problem('Type this in letters, digits and punctuation');
}

/** Reads what is to be granted, as of today. */
export function parseAccommodation(fields: AccommodationFields, today: string): Read<AccommodationGrant> {
  const terms = readTerms(fields);
  const basis = tidyLine(fields.basis);
  const others = [...dayProblems(fields, today), ...basisProblems(basis)];
  if (!terms.ok) return failure([...terms.problem, ...others]);
  if (others.length > 0) return failure(others);
  const { validFrom, validUntil } = fields;
  return success({ terms: terms.value, validFrom, validUntil: validUntil === '' ? null : validUntil, basis });
}
