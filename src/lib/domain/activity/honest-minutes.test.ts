import { describe, expect, it } from 'vitest';
import { areFarOff, honestMinutes, honestMinutesWords } from './honest-minutes.ts';

const sample = honestMinutes({ load: { words: 1850, figures: 9 }, requiredItems: 15 });

describe('the minutes that an activity takes', () => {
  it('are reading, required items and evaluation', () => {
    expect(sample).toEqual({ reading: 14, items: 15, evaluation: 2, total: 31 });
    expect(honestMinutesWords(sample)).toBe(
      'About 31 minutes by our count: 14 to read, 15 for 15 required items, 2 for the evaluation.'
    );
  });

  it.each([
    [30, false],
    [26, false],
    [24, true],
    [41, false],
    [42, true],
    [60, true]
  ])('are far from %i stated: %s', (stated, isFar) => {
    expect(areFarOff(stated, sample)).toBe(isFar);
  });
});
