import { describe, expect, it } from 'vitest';
import { birthDayWords, isBirthDay, parseBirthDay } from './birth-day.ts';

const parse = (birthMonth: string, birthDay: string) => {
  const read = parseBirthDay({ birthMonth, birthDay });
  return read.ok ? read.value : read.problem.map(({ field, message }) => `${field}: ${message}`);
};

describe('month and day of birth', () => {
  it('takes every day that some year has, February 29 included, and no other', () => {
    const days = Array.from({ length: 12 }, (_, month) =>
      Array.from({ length: 40 }, (_, day) => ({ month: month + 1, day })).filter(isBirthDay)
    );
    expect(days.map((ofMonth) => ofMonth.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(isBirthDay({ month: 2, day: 29 })).toBe(true);
  });

  it('is read from a month and a day, with or without a zero in front', () => {
    expect(parse('3', '31')).toEqual({ month: 3, day: 31 });
    expect(parse('03', ' 07 ')).toEqual({ month: 3, day: 7 });
    expect(parse('', ' ')).toBeNull();
  });

  it.each([
    ['a year for a day', '3', '63', 'birthDay: Enter the day of your birth, from 1 to 31. No year is asked.'],
    ['a whole year', '3', '1963', 'birthDay: Enter the day of your birth, from 1 to 31. No year is asked.'],
    ['no month', '', '31', 'birthMonth: Choose the month of your birth'],
    ['a thirteenth month', '13', '1', 'birthMonth: Choose the month of your birth'],
    ['a day that no year has', '2', '30', 'birthDay: Check the day: there is no February 30'],
    ['half a day', '4', '1.5', 'birthDay: Enter the day of your birth, from 1 to 31. No year is asked.'],
    ['other digits', '4', '１', 'birthDay: Enter the day of your birth, from 1 to 31. No year is asked.']
  ])('says what is wrong with %s', (_, month, day, message) => {
    expect(parse(month, day)).toEqual([message]);
  });

  it('is written with the name of the month, which nobody takes for a year', () => {
    expect(birthDayWords({ month: 3, day: 7 })).toBe('March 7');
  });
});
