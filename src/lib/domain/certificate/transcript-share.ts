import { calendarDayOf, isCalendarDay, yearsAfter } from '../calendar-day.ts';
import { isPrintable, tidyLine } from '../identity/tidy-line.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { readPeriod, type TranscriptPeriod } from './transcript-period.ts';

/** A link under which others read a transcript: for whom, of which period, until the end of which day (UTC). */
export type TranscriptShare = { label: string; period: TranscriptPeriod; expiresAt: Date };

/** The fields as typed. */
export type ShareFields = { label: string; from: string; to: string; until: string };

function untilProblem(until: string, today: string): string | null {
  if (!isCalendarDay(until)) return 'Enter a day, such as 2027-03-31';
  if (until < today) return 'Choose today or a later day';
  return until > yearsAfter(today, 1) ? 'Choose a day within a year' : null;
}

/** Reads the form of a new link, which ends within a year. */
export function readShare(fields: ShareFields, now: Date): Result<TranscriptShare, FieldProblem[]> {
  const label = tidyLine(fields.label);
  const until = fields.until.trim();
  const period = readPeriod(fields);
  const problems: FieldProblem[] = [];
  if (label === '' || label.length > 100 || !isPrintable(label))
    problems.push({ field: 'label', message: 'Write for whom the link is, in 100 characters or fewer' });
  if (!period.ok) problems.push(...period.problem);
  const problem = untilProblem(until, calendarDayOf(now));
  if (problem) problems.push({ field: 'until', message: problem });
  if (problems.length > 0 || !period.ok) return failure(problems);
  return success({ label, period: period.value, expiresAt: new Date(`${until}T23:59:59.999Z`) });
}
