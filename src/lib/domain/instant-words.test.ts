import { expect, it } from 'vitest';
import { dayWords, hourWords, instantWords } from './instant-words.ts';

const instant = new Date('2026-11-25T23:05:59.999Z');

it('says an instant by the clock and the calendar of UTC, to the minute that has begun', () => {
  expect(hourWords(instant)).toBe('23:05 UTC');
  expect(instantWords(instant)).toBe('2026-11-25 23:05 UTC');
  expect(dayWords(instant)).toBe('November 25, 2026');
});
