import { describe, expect, it } from 'vitest';
import { accommodationWords, validityWords } from './accommodation-words.ts';
import { accommodationOn } from './standing-accommodation.ts';

const terms = { extraTimePercent: 50, breakMinutes: 15, untimed: false };
const granted = { terms, validFrom: '2027-01-31', validUntil: '2027-12-31' };

describe('what stands for a person', () => {
  it('holds from its first day to its last, or until it is ended', () => {
    const days = ['2027-01-30', '2027-01-31', '2027-12-31', '2028-01-01'];
    expect(days.map((day) => accommodationOn(granted, day))).toEqual([null, terms, terms, null]);
    expect(accommodationOn({ ...granted, validUntil: null }, '2099-01-01')).toBe(terms);
    expect(accommodationOn(null, '2027-01-31')).toBeNull();
  });

  it('is said in words', () => {
    expect(accommodationWords(terms)).toBe('50% more time and 15 minutes for breaks');
    expect(accommodationWords({ ...terms, breakMinutes: 0 })).toBe('50% more time');
    expect(accommodationWords({ ...terms, extraTimePercent: 0, breakMinutes: 1 })).toBe(
      '1 minute for breaks'
    );
    expect(accommodationWords({ extraTimePercent: 0, breakMinutes: 0, untimed: true })).toBe('No time limit');
    expect(validityWords(granted)).toBe('from January 31, 2027 until December 31, 2027');
    expect(validityWords({ ...granted, validUntil: null })).toBe('from January 31, 2027');
  });
});
