import type { ExportFormat } from '../export-format.ts';
import { nextRuns, type Cadence, type RunTime } from './next-runs.ts';
import type { Span } from './span-days.ts';

/** A report that is made by the calendar. */
export type ScheduleEntry = RunTime & {
  id: string;
  name: string;
  /** The query of its view. */
  query: string;
  format: ExportFormat;
  span: Span;
  createdBy: string;
  createdAt: Date;
  pausedAt: Date | null;
  nextRunAt: Date | null;
  lastRunAt: Date | null;
};

export const SPAN_OPTIONS: { id: Span; label: string }[] = [
  { id: 'week', label: 'The last whole week, Monday to Sunday' },
  { id: 'month', label: 'The last whole month' },
  { id: 'quarter', label: 'The last whole quarter' },
  { id: 'all', label: 'All days that the view finds' }
];

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const two = (number: number) => String(number).padStart(2, '0');

function daysWords(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'daily':
      return 'Every day';
    case 'weekly':
      return `Every ${WEEKDAYS[cadence.weekday - 1] ?? 'week'}`;
    case 'monthly':
      return `On day ${cadence.dayOfMonth} of every month`;
    default:
      return cadence satisfies never;
  }
}

/** `Every Monday at 06:00, Europe/Berlin`. */
export function runTimeWords({ cadence, hour, minute, timeZone }: RunTime): string {
  return `${daysWords(cadence)} at ${two(hour)}:${two(minute)}, ${timeZone}`;
}

/** The runs to come, as the page lists them; none while it is paused. */
export function runsToCome(entry: ScheduleEntry, now: Date): Date[] {
  return entry.pausedAt === null ? nextRuns(entry, { after: now, count: 3 }) : [];
}

/** An instant as the clock of the schedule shows it, with the day of the week, e.g. `Monday, November 30, 2026, 06:00`. */
export function runWords(run: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit'
  })
    .format(run)
    .replace(' at ', ', ');
}

/** The name of the file of one run: what a file system takes of the schedule's name, and the days or the day. */
export function scheduledFileName(
  { name, format }: Pick<ScheduleEntry, 'name' | 'format'>,
  days: string
): string {
  const word = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${word === '' ? 'report' : word}-${days}.${format}`;
}
