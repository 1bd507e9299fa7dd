import { dayAfter, dayBefore } from '../../calendar-day.ts';
import { instantAt, wallTimeAt } from './time-zone.ts';

/** On which days: Monday is 1; days of a month end with 28, which every month has. */
export type Cadence =
  { kind: 'daily' } | { kind: 'weekly'; weekday: number } | { kind: 'monthly'; dayOfMonth: number };

/** When a report is made, by the clock of a time zone. */
export type RunTime = { cadence: Cadence; hour: number; minute: number; timeZone: string };

/** The day of the week of a calendar day, Monday 1 to Sunday 7. */
function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

function isRunDay(cadence: Cadence, day: string): boolean {
  switch (cadence.kind) {
    case 'daily':
      return true;
    case 'weekly':
      return weekdayOf(day) === cadence.weekday;
    case 'monthly':
      return Number(day.slice(8)) === cadence.dayOfMonth;
    default:
      return cadence satisfies never;
  }
}

/** The next so many runs, each later than `after`. */
export function nextRuns(
  { cadence, hour, minute, timeZone }: RunTime,
  { after, count }: { after: Date; count: number }
): Date[] {
  const runs: Date[] = [];
  // From the day before: a run that summer time moved may fall on the next day.
  let day = dayBefore(wallTimeAt(after, timeZone).day);
  while (runs.length < count) {
    const run = isRunDay(cadence, day) ? instantAt({ day, hour, minute }, timeZone) : null;
    if (run !== null && run > after) runs.push(run);
    day = dayAfter(day);
  }
  return runs;
}
