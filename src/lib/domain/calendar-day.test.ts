import { describe, expect, it } from 'vitest';
import {
  calendarDayOf,
  calendarDayWords,
  dayAfter,
  dayBefore,
  daysAfter,
  isCalendarDay,
  mondayOf,
  monthsAfter,
  yearsAfter
} from './calendar-day.ts';

describe('calendar days', () => {
  it('are those of UTC, whatever the time zone of the machine', () => {
    expect(calendarDayOf(new Date('2027-01-31T23:59:59.999Z'))).toBe('2027-01-31');
    expect(calendarDayOf(new Date('2027-01-31T20:00:00-05:00'))).toBe('2027-02-01');
  });

  it.each([
    ['2026-12-01', 3, '2029-12-01'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2028-02-29', 3, '2031-03-01'],
    ['2026-12-01', -2, '2024-12-01']
  ])('%s and %i years are %s', (day, years, later) => {
    expect(yearsAfter(day, years)).toBe(later);
  });

  it.each([
    ['2026-12-01', 12, '2027-12-01'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-11-30', 1, '2027-12-30']
  ])('%s and %i months are %s', (day, months, later) => {
    expect(monthsAfter(day, months)).toBe(later);
  });

  it.each([
    ['2027-12-01', '2027-11-30'],
    ['2027-01-01', '2026-12-31'],
    ['2028-03-01', '2028-02-29'],
    ['2027-03-15', '2027-03-14']
  ])('%s follows %s', (day, before) => {
    expect(dayBefore(day)).toBe(before);
    expect(dayAfter(before)).toBe(day);
  });

  it.each([
    ['2026-11-25', 395, '2027-12-25'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2026-11-25', -25, '2026-10-31'],
    ['2026-11-25', 0, '2026-11-25']
  ])('%s and %i days are %s', (day, days, later) => {
    expect(daysAfter(day, days)).toBe(later);
  });

  it('have a Monday on or before them', () => {
    expect(['2026-11-23', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-12-28'
    ]);
  });

  it.each(['2027-01-31', '2028-02-29', '2000-02-29', '0001-12-31'])('take %s', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '1900-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '0000-01-01',
    '2027-01-01T00:00',
    "2027-01-01'",
    ''
  ])('refuse %j', (day) => {
    expect(isCalendarDay(day)).toBe(false);
  });

  it('are written out in American English', () => {
    expect(calendarDayWords('2027-01-31')).toBe('January 31, 2027');
    expect(() => calendarDayWords('2027-02-30')).toThrow();
  });
});
