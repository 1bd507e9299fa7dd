import { isCalendarDay, MONTHS } from '../calendar-day.ts';
import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';
import type { FieldProblem } from './field-problem.ts';

/** Month (1 to 12) and day of birth. Reports match on these two; the year is asked by nobody (cme-rules.md §2.1). */
export type BirthDay = { month: number; day: number };

/** A year that has a February 29. */
const LEAP_YEAR = 2000;

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Whether some year has the day: February 29 is one. */
export function isBirthDay({ month, day }: BirthDay): boolean {
  return isCalendarDay(`${LEAP_YEAR}-${twoDigits(month)}-${twoDigits(day)}`);
}

/** In words, e.g. `March 31`. */
export function birthDayWords({ month, day }: BirthDay): string {
  return `${MONTHS[month - 1] ?? month} ${day}`;
}

/**
 * Reads month and day as typed; null: nothing was. MMDD is often taken for month and year (cme-rules.md §2.3), so a day
 * above 31 is told that no year is asked.
 */
export function parseBirthDay(typed: {
  birthMonth: string;
  birthDay: string;
}): Result<BirthDay | null, FieldProblem[]> {
  const [monthText, dayText] = [typed.birthMonth.trim(), typed.birthDay.trim()];
  if (monthText === '' && dayText === '') return success(null);
  const month = /^\d{1,2}$/.test(monthText) ? Number(monthText) : 0;
  const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
  const problems: FieldProblem[] = [];
  if (month < 1 || month > 12)
    problems.push({ field: 'birthMonth', message: 'Choose the month of your birth' });
  if (day < 1 || day > 31)
    problems.push({
      field: 'birthDay',
      message: 'Enter the day of your birth, from 1 to 31. No year is asked.'
    });
  if (problems.length > 0) return failure(problems);
  if (isBirthDay({ month, day })) return success({ month, day });
  return failure([
    { field: 'birthDay', message: `Check the day: there is no ${birthDayWords({ month, day })}` }
  ]);
}
