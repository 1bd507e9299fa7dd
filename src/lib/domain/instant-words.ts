import { calendarDayOf, calendarDayWords } from './calendar-day.ts';

/** The hour and minute of an instant, as the server knows it, e.g. `14:40 UTC`. */
export const hourWords = (instant: Date): string => `${instant.toISOString().slice(11, 16)} UTC`;

/** An instant to the minute, e.g. `2026-11-25 14:05 UTC`. */
export const instantWords = (instant: Date): string => `${calendarDayOf(instant)} ${hourWords(instant)}`;

/** The day of an instant in words, e.g. `November 25, 2026`. */
export const dayWords = (instant: Date): string => calendarDayWords(calendarDayOf(instant));
