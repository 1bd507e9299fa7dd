import { isCalendarDay } from '../calendar-day.ts';
import { isPrintable, tidyLine } from '../identity/tidy-line.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { tidyDecimal } from '../decimal.ts';
import { failure, success, type Result } from '../result.ts';

/** Credit earned elsewhere, as its holder enters it. Amounts are whole quarter credits, days `YYYY-MM-DD`. */
export type ExternalCredit = {
  title: string;
  provider: string;
  creditType: string;
  quarterCredits: number;
  completedOn: string;
};

/** Whether two entries say the same. */
export const isSameCredit = (one: ExternalCredit, other: ExternalCredit): boolean =>
  one.title === other.title &&
  one.provider === other.provider &&
  one.creditType === other.creditType &&
  one.quarterCredits === other.quarterCredits &&
  one.completedOn === other.completedOn;

/** The fields as typed; `amount` in credits, e.g. `1.25`. */
export type ExternalCreditFields = {
  title: string;
  provider: string;
  creditType: string;
  amount: string;
  completedOn: string;
};

/** The same, filled in from what is kept. */
export function fieldsOfExternalCredit(credit: ExternalCredit): ExternalCreditFields {
  const { title, provider, creditType, quarterCredits, completedOn } = credit;
  return { title, provider, creditType, amount: String(quarterCredits / 4), completedOn };
}

/** Suggestions for the type; any other may be typed. */
export const EXTERNAL_CREDIT_TYPES = [
  'AMA PRA Category 1 Credit™',
  'ANCC contact hour',
  'ACPE contact hour',
  'AAPA Category 1 CME credit',
  'ECMEC®',
  'RCP CPD credit',
  'Hour of participation'
] as const;

/** The most that one entry may hold, in quarter credits. */
const MOST = 4_000;

function lineProblem(text: string, { empty, limit }: { empty: string; limit: number }): string | null {
  if (text === '') return empty;
  if (text.length > limit) return `Shorten this to ${limit} characters or fewer. It has ${text.length}.`;
  return isPrintable(text) ? null : 'Remove the characters that cannot be printed';
}

/** Quarter credits of a decimal number of credits, or null where it is no multiple of a quarter, zero or less. */
function readQuarterCredits(amount: string): number | null {
  const decimal = tidyDecimal(amount);
  const quarters = decimal === null ? Number.NaN : Number(decimal) * 4;
  return Number.isInteger(quarters) && quarters >= 1 && quarters <= MOST ? quarters : null;
}

function dayProblem(day: string, today: string): string | null {
  if (!isCalendarDay(day)) return 'Enter a day, such as 2027-03-31';
  if (day > today) return 'Enter a day that is not in the future';
  return day < '1950-01-01' ? 'Enter a day after 1949' : null;
}

/** Reads the form. Problems stand in the order of its fields. */
export function readExternalCredit(
  fields: ExternalCreditFields,
  today: string
): Result<ExternalCredit, FieldProblem[]> {
  const title = tidyLine(fields.title);
  const provider = tidyLine(fields.provider);
  const creditType = tidyLine(fields.creditType);
  const completedOn = fields.completedOn.trim();
  const quarterCredits = readQuarterCredits(fields.amount);
  const found: [keyof ExternalCreditFields, string | null][] = [
    ['title', lineProblem(title, { empty: 'Write what you took part in', limit: 300 })],
    ['provider', lineProblem(provider, { empty: 'Write who gave the credit', limit: 200 })],
    ['creditType', lineProblem(creditType, { empty: 'Write the type of credit', limit: 100 })],
    [
      'amount',
      quarterCredits === null ? 'Enter the amount in quarters, from 0.25 to 1000, such as 1.25' : null
    ],
    ['completedOn', dayProblem(completedOn, today)]
  ];
  const problems = found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
  if (problems.length > 0 || quarterCredits === null) return failure(problems);
  return success({ title, provider, creditType, quarterCredits, completedOn });
}
