import { describe, expect, it } from 'vitest';
import { isToAnnounce, timeLeft, timeLeftWords } from './time-left.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('the time that is left', () => {
  it.each([
    [40 * MINUTE, '40 minutes left'],
    [40 * MINUTE - SECOND, '40 minutes left'],
    [MINUTE + SECOND, '2 minutes left'],
    [MINUTE, 'Less than 1 minute left'],
    [SECOND, 'Less than 1 minute left'],
    [0, 'The time is up'],
    [-MINUTE, 'The time is up']
  ])('of %i ms is said in minutes: %s', (leftMs, words) => {
    expect(timeLeftWords(leftMs)).toBe(words);
  });

  it('is announced at 10, 5 and 1 minutes and at the end, and at no other', () => {
    const announced = Array.from({ length: 15 }, (_, index) => 14 - index).filter((left) =>
      isToAnnounce((left + 1) * MINUTE, left * MINUTE)
    );
    expect(announced).toEqual([10, 5, 1, 0]);
    expect(isToAnnounce(10 * MINUTE, 9 * MINUTE + SECOND), 'in the same minute').toBe(false);
    expect(isToAnnounce(12 * MINUTE, 7 * MINUTE), 'a device that slept').toBe(true);
  });

  it('counts from the clock of the server, and is none where nothing closes', () => {
    const now = new Date('2027-03-31T14:17:00Z');
    const closesAt = new Date('2027-03-31T14:40:00Z');
    expect(timeLeft(closesAt, now)).toEqual({ closesAt, leftMs: 23 * MINUTE });
    expect(timeLeft(null, now)).toBeNull();
  });
});
