import { describe, expect, it } from 'vitest';
import { nextRuns, type Cadence } from './next-runs.ts';
import { spanDays, type Span } from './span-days.ts';

const DAILY: Cadence = { kind: 'daily' };
const MONDAYS: Cadence = { kind: 'weekly', weekday: 1 };

type Case = [string, Cadence, string, string, string, string[]];

const CASES: Case[] = [
  [
    'every day, later today',
    DAILY,
    '06:00',
    'UTC',
    '2026-11-25T05:59:59Z',
    ['2026-11-25T06:00Z', '2026-11-26T06:00Z']
  ],
  ['every day, not the instant itself', DAILY, '06:00', 'UTC', '2026-11-25T06:00:00Z', ['2026-11-26T06:00Z']],
  [
    'Mondays by the clock of the place',
    MONDAYS,
    '06:00',
    'Europe/Berlin',
    '2026-11-25T12:00:00Z',
    ['2026-11-30T05:00Z', '2026-12-07T05:00Z']
  ],
  [
    'Mondays across the end of summer time',
    MONDAYS,
    '06:00',
    'Europe/Berlin',
    '2026-10-18T12:00:00Z',
    ['2026-10-19T04:00Z', '2026-10-26T05:00Z']
  ],
  [
    'Mondays across the beginning of summer time',
    MONDAYS,
    '06:00',
    'America/New_York',
    '2027-03-07T12:00:00Z',
    ['2027-03-08T11:00Z', '2027-03-15T10:00Z']
  ],
  [
    'a time that is skipped is moved on by what was skipped',
    DAILY,
    '02:30',
    'Europe/Berlin',
    '2027-03-27T12:00:00Z',
    ['2027-03-28T01:30Z', '2027-03-29T00:30Z']
  ],
  [
    'a time that comes twice is taken once, the first',
    DAILY,
    '02:30',
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    ['2026-10-25T00:30Z', '2026-10-26T01:30Z']
  ],
  [
    'a time that came twice is not taken again between the two',
    DAILY,
    '02:30',
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
    ['2026-10-26T01:30Z']
  ],
  [
    'half an hour of summer time',
    DAILY,
    '02:15',
    'Australia/Lord_Howe',
    '2026-10-03T00:00:00Z',
    ['2026-10-03T15:45Z', '2026-10-04T15:15Z']
  ],
  [
    'midnight is skipped',
    DAILY,
    '00:00',
    'Africa/Cairo',
    '2026-04-23T12:00:00Z',
    ['2026-04-23T22:00Z', '2026-04-24T21:00Z']
  ],
  [
    'a day that a place left out',
    DAILY,
    '06:00',
    'Pacific/Apia',
    '2011-12-29T12:00:00Z',
    ['2011-12-29T16:00Z', '2011-12-30T16:00Z']
  ],
  [
    'a time zone a day ahead',
    MONDAYS,
    '06:00',
    'Pacific/Kiritimati',
    '2026-11-25T12:00:00Z',
    ['2026-11-29T16:00Z']
  ],
  [
    'a day of the month, into the next year',
    { kind: 'monthly', dayOfMonth: 28 },
    '23:59',
    'Asia/Kolkata',
    '2026-12-01T00:00:00Z',
    ['2026-12-28T18:29Z', '2027-01-28T18:29Z']
  ]
];

describe('the next runs of a schedule', () => {
  it.each(CASES)('%s', (_, cadence, time, timeZone, after, expected) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const runs = nextRuns(
      { cadence, hour, minute, timeZone },
      { after: new Date(after), count: expected.length }
    );
    expect(runs.map((run) => run.toISOString().replace(':00.000Z', 'Z'))).toEqual(expected);
  });

  it.each(['Europe/Dublin', 'America/Santiago', 'Africa/Casablanca', 'Asia/Beirut', 'Pacific/Chatham'])(
    'come once a day, whatever the clocks of %s do in a year',
    (timeZone) => {
      const time = { cadence: DAILY, hour: 0, minute: 15, timeZone };
      const runs = nextRuns(time, { after: new Date('2026-01-01T00:00:00Z'), count: 365 });
      const hours = runs
        .slice(1)
        .map((run, index) => (run.getTime() - (runs[index]?.getTime() ?? 0)) / 3_600_000);
      expect(Math.min(...hours)).toBeGreaterThanOrEqual(22);
      expect(Math.max(...hours)).toBeLessThanOrEqual(26);
      expect(
        hours.some((gap) => gap !== 24),
        'its clocks change in a year'
      ).toBe(true);
    }
  );
});

describe('the days that a scheduled file covers', () => {
  it.each<[Span, string, string, string | null, string | null]>([
    ['all', '2026-11-25T12:00Z', 'UTC', null, null],
    ['week', '2026-11-25T12:00Z', 'UTC', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-30T00:00Z', 'UTC', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-30T00:00Z', 'America/New_York', '2026-11-16', '2026-11-22'],
    ['week', '2027-01-04T06:00Z', 'Europe/Berlin', '2026-12-28', '2027-01-03'],
    ['month', '2027-03-01T00:00Z', 'UTC', '2027-02-01', '2027-02-28'],
    ['month', '2027-03-01T00:00Z', 'America/New_York', '2027-01-01', '2027-01-31'],
    ['month', '2027-01-15T00:00Z', 'UTC', '2026-12-01', '2026-12-31'],
    ['quarter', '2027-02-15T00:00Z', 'UTC', '2026-10-01', '2026-12-31'],
    ['quarter', '2027-06-30T23:59Z', 'UTC', '2027-01-01', '2027-03-31'],
    ['quarter', '2027-06-30T23:59Z', 'Asia/Tokyo', '2027-04-01', '2027-06-30']
  ])('%s at %s in %s: %s to %s', (span, at, timeZone, from, to) => {
    expect(spanDays(span, { at: new Date(at), timeZone })).toEqual(from === null ? null : { from, to });
  });
});
