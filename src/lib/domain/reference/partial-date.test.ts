import { describe, expect, it } from 'vitest';
import { firstDate, partialDateText, readPartialDate } from './partial-date.ts';

describe('a date in a reference file', () => {
  it.each([
    ['2005', [2005]],
    ['2005/07/15', [2005, 7, 15]],
    ['2001/09/01/', [2001, 9, 1]],
    ['2014//', [2014]],
    ['2009///', [2009]],
    ['2001/00/00/', [2001]],
    ['2013/02/15/received', [2013, 2, 15]],
    ['2015/october', [2015, 10]],
    ['2016 Jan-Feb', [2016, 1]],
    ['2010 Winter', [2010]],
    ['2013 06 10', [2013, 6, 10]],
    ['2016 Apr 19', [2016, 4, 19]],
    ['20160419', [2016, 4, 19]],
    ['2016-04-19T06:00:00Z', [2016, 4, 19]],
    ['15 July 2005', [2005, 7, 15]],
    ['July 15, 2005', [2005, 7, 15]],
    ['///spring', null],
    ['YEAR/MONTH/DAY/', null],
    ['99', null],
    ['in press', null],
    ['', null]
  ])('reads %j as %j', (text, expected) => {
    expect(readPartialDate(text)).toEqual(expected);
  });

  it('takes the first that names a year, and what another says more of the same year', () => {
    expect(firstDate(['///', '2005', '2005/07/15', '2019/03/28'])).toEqual([2005, 7, 15]);
    expect(firstDate(['2013', '2012/07/22'])).toEqual([2013]);
    expect(firstDate(['', 'spring'])).toBeNull();
  });

  it('is typed into a form as far as it is known', () => {
    expect(partialDateText({ 'date-parts': [[2017, 5, 1]] })).toBe('2017-05-01');
    expect(partialDateText({ 'date-parts': [[2017]] })).toBe('2017');
    expect(partialDateText(undefined)).toBe('');
  });
});
