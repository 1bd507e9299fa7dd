import { describe, expect, it } from 'vitest';
import { EMPTY_SCHEDULE, readScheduleForm, type ScheduleFields } from './read-schedule-form.ts';
import { runTimeWords, runWords, scheduledFileName } from './schedule.ts';

const WHOLE: ScheduleFields = { ...EMPTY_SCHEDULE, name: ' PARS, weekly ', recipients: ['a'] };

const problemsOf = (fields: Partial<ScheduleFields>) => {
  const read = readScheduleForm({ ...WHOLE, ...fields });
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

describe('the form of a schedule', () => {
  it('is read whole', () => {
    expect(readScheduleForm(WHOLE)).toEqual({
      ok: true,
      value: {
        ...{ name: 'PARS, weekly', format: 'csv', span: 'week', recipients: ['a'] },
        ...{ cadence: { kind: 'weekly', weekday: 1 }, hour: 6, minute: 0, timeZone: 'UTC' }
      }
    });
  });

  it.each<[Partial<ScheduleFields>, string[]]>([
    [{ name: ' ' }, ['name']],
    [{ name: 'a\r\nBcc: x' }, ['name']],
    [{ format: 'exe' }, ['format']],
    [{ span: 'year' }, ['span']],
    [{ cadence: 'hourly' }, ['cadence']],
    [{ weekday: '8' }, ['weekday']],
    [{ cadence: 'daily', weekday: '8' }, []],
    [{ cadence: 'monthly', dayOfMonth: '29' }, ['dayOfMonth']],
    [{ cadence: 'monthly', dayOfMonth: '28' }, []],
    [{ time: '24:00' }, ['time']],
    [{ time: '6' }, ['time']],
    [{ timeZone: '+02:00' }, ['timeZone']],
    [{ timeZone: 'Mars/Olympus' }, ['timeZone']],
    [{ recipients: [] }, ['recipients']],
    [{ name: '', time: '', recipients: [] }, ['name', 'time', 'recipients']]
  ])('with %j has problems at %j', (fields, expected) => {
    expect(problemsOf(fields)).toEqual(expected);
  });
});

describe('a schedule in words', () => {
  const time = { hour: 6, minute: 5, timeZone: 'Europe/Berlin' };

  it('says when it runs', () => {
    expect(runTimeWords({ ...time, cadence: { kind: 'weekly', weekday: 1 } })).toBe(
      'Every Monday at 06:05, Europe/Berlin'
    );
    expect(runTimeWords({ ...time, cadence: { kind: 'monthly', dayOfMonth: 3 } })).toContain(
      'On day 3 of every month'
    );
    expect(runWords(new Date('2026-11-30T05:05:00Z'), 'Europe/Berlin')).toBe(
      'Monday, November 30, 2026, 06:05'
    );
  });

  it('names its files so that any file system takes them', () => {
    expect(scheduledFileName({ name: '../Bericht: Müller & Söhne', format: 'xlsx' }, '2026-11')).toBe(
      'bericht-mu-ller-so-hne-2026-11.xlsx'
    );
    expect(scheduledFileName({ name: '日本', format: 'csv' }, '2026-11')).toBe('report-2026-11.csv');
  });
});
