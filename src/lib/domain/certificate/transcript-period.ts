import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';

/** From and to these days, both counted in; null: no bound. */
export type TranscriptPeriod = { from: string | null; to: string | null };

/** The whole record. */
export const WHOLE_RECORD: TranscriptPeriod = { from: null, to: null };

const EXAMPLE = 'Enter a day, such as 2027-03-31';

/** Reads the two days of a form or address; empty ones are no bound. */
export function readPeriod(typed: { from: string; to: string }): Result<TranscriptPeriod, FieldProblem[]> {
  const from = typed.from.trim();
  const to = typed.to.trim();
  const problems: FieldProblem[] = [];
  if (from !== '' && !isCalendarDay(from)) problems.push({ field: 'from', message: EXAMPLE });
  if (to !== '' && !isCalendarDay(to)) problems.push({ field: 'to', message: EXAMPLE });
  if (problems.length === 0 && from !== '' && to !== '' && from > to)
    problems.push({ field: 'to', message: 'Choose an end on or after the beginning' });
  return problems.length > 0 ? failure(problems) : success({ from: from || null, to: to || null });
}

/** Whether a day lies in the period. */
export function isWithin({ from, to }: TranscriptPeriod, day: string): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}
