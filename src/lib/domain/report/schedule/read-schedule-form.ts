import { failure, success, type Result } from '../../result.ts';
import { isExportFormat, type ExportFormat } from '../export-format.ts';
import type { Cadence, RunTime } from './next-runs.ts';
import { SPANS, type Span } from './span-days.ts';
import { TIME_ZONES } from './time-zone.ts';

/** A schedule as its form sends it. */
export type ScheduleFields = {
  name: string;
  format: string;
  span: string;
  cadence: string;
  weekday: string;
  dayOfMonth: string;
  time: string;
  timeZone: string;
  /** Ids of people. */
  recipients: string[];
};

export const EMPTY_SCHEDULE: ScheduleFields = {
  name: '',
  format: 'csv',
  span: 'week',
  cadence: 'weekly',
  weekday: '1',
  dayOfMonth: '1',
  time: '06:00',
  timeZone: 'UTC',
  recipients: []
};

export type ScheduleProblem = {
  field: Exclude<keyof ScheduleFields, 'recipients'> | 'recipients';
  message: string;
};

/** What a schedule is, without its view. */
export type ScheduleOrder = RunTime & {
  name: string;
  format: ExportFormat;
  span: Span;
  recipients: string[];
};

const MOST_NAME = 120;

const wholeUpTo = (text: string, most: number) => {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
};

function readCadence({ cadence, weekday, dayOfMonth }: ScheduleFields): Cadence | ScheduleProblem {
  if (cadence === 'daily') return { kind: 'daily' };
  if (cadence === 'weekly') {
    const day = wholeUpTo(weekday, 7);
    return day === null
      ? { field: 'weekday', message: 'Choose the day of the week' }
      : { kind: 'weekly', weekday: day };
  }
  if (cadence !== 'monthly') return { field: 'cadence', message: 'Choose how often the report is made' };
  const day = wholeUpTo(dayOfMonth, 28);
  return day === null
    ? { field: 'dayOfMonth', message: 'Write a day of the month from 1 to 28: every month has these' }
    : { kind: 'monthly', dayOfMonth: day };
}

const readTime = (time: string) => /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);

function nameProblems({ name }: ScheduleFields): ScheduleProblem[] {
  if (name.trim() === '') return [{ field: 'name', message: 'Name the report. Its letters carry the name' }];
  if (name.trim().length <= MOST_NAME && !/[\0\r\n]/.test(name)) return [];
  return [{ field: 'name', message: `Write the name in one line of ${MOST_NAME} characters or fewer` }];
}

function otherProblems({ format, time, timeZone, recipients, span }: ScheduleFields): ScheduleProblem[] {
  const checks: [boolean, ScheduleProblem][] = [
    [SPANS.some((known) => known === span), { field: 'span', message: 'Choose which days the file covers' }],
    [isExportFormat(format), { field: 'format', message: 'Choose a format from the list' }],
    [
      readTime(time) !== null,
      { field: 'time', message: 'Write the time as hours and minutes from 00:00 to 23:59, e.g. 06:00' }
    ],
    [TIME_ZONES.includes(timeZone), { field: 'timeZone', message: 'Choose a time zone from the list' }],
    [recipients.length > 0, { field: 'recipients', message: 'Choose who is told when the file is ready' }]
  ];
  return checks.flatMap(([isRight, problem]) => (isRight ? [] : [problem]));
}

/** Reads the form of a schedule; each problem says how to mend it. */
export function readScheduleForm(fields: ScheduleFields): Result<ScheduleOrder, ScheduleProblem[]> {
  const cadence = readCadence(fields);
  const cadenceProblems = 'field' in cadence ? [cadence] : [];
  const problems = [...nameProblems(fields), ...otherProblems(fields), ...cadenceProblems];
  const span = SPANS.find((known) => known === fields.span);
  const time = readTime(fields.time);
  const { format, timeZone, recipients } = fields;
  if (problems.length > 0 || !span || !time || !isExportFormat(format) || 'field' in cadence)
    return failure(problems);
  const [hour, minute] = [Number(time[1]), Number(time[2])];
  return success({ name: fields.name.trim(), format, span, cadence, hour, minute, timeZone, recipients });
}
