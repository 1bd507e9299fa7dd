/** In US English, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;

/** The calendar day of an instant in UTC, `YYYY-MM-DD`: the one date that page, PDF and reports print. */
export function calendarDayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Days of a month in the Gregorian calendar; month 1 to 12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a string is a day of the calendar as `YYYY-MM-DD`; 2027-02-29 is none. */
export function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A day in words, e.g. `January 31, 2027`. Throws where the string is no day. */
export function calendarDayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  if (!isCalendarDay(day) || !name) throw new Error(`Not a calendar day: ${day}`);
  return `${name} ${date}, ${year}`;
}

/** The same day so many years on; February 29 becomes March 1 where the year has none. Throws where the string is no day. */
export function yearsAfter(day: string, years: number): string {
  if (!isCalendarDay(day)) throw new Error(`Not a calendar day: ${day}`);
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return isCalendarDay(later) ? later : `${later.slice(0, 4)}-03-01`;
}

/** The same date so many months on, or the last day of that month where it has no such date. Throws where the string is no day. */
export function monthsAfter(day: string, months: number): string {
  if (!isCalendarDay(day)) throw new Error(`Not a calendar day: ${day}`);
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysIn(year, month));
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join(
    '-'
  );
}

const DAY_MS = 86_400_000;

/** So many days after a day, before it where the number is negative. Throws where the string is no day. */
export function daysAfter(day: string, days: number): string {
  if (!isCalendarDay(day)) throw new Error(`Not a calendar day: ${day}`);
  return calendarDayOf(new Date(Date.parse(day) + days * DAY_MS));
}

/** The day before a day. Throws where the string is no day. */
export const dayBefore = (day: string): string => daysAfter(day, -1);

/** The day after a day. Throws where the string is no day. */
export const dayAfter = (day: string): string => daysAfter(day, 1);

/** The Monday on or before a day. Throws where the string is no day. */
export const mondayOf = (day: string): string => daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
