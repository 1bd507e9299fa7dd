import { describe, expect, it } from 'vitest';
import { endGroups } from './end-groups.ts';
import { isNonFunctioning } from './non-functioning.ts';
import { randomGuessScore } from './random-guess-score.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('the interval of a facility', () => {
  // scipy.stats.binomtest(right, of).proportion_ci(0.95, 'wilson'), SciPy 1.17.
  it.each([
    [0, 20, 0, 16.112515805281934],
    [7, 10, 39.67781474611453, 89.22087325936991],
    [138, 140, 94.94118460788701, 99.60735592765573]
  ])('is that of an independent program: %i of %i', (right, of, low, high) => {
    const found = wilsonInterval(right, of);
    expect(found?.low).toBeCloseTo(low, 9);
    expect(found?.high).toBeCloseTo(high, 9);
  });

  it('is not defined where nobody answered, and never leaves 0 to 100%', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 3)?.high).toBe(100);
  });
});

/** How many have each mark. */
const counted = (marks: number[]) =>
  new Map([...Map.groupBy(marks, (mark) => mark)].map(([mark, own]) => [mark, own.length]));

describe('the groups at both ends', () => {
  it('are the 27% that do best and worst, and all that tie with the last of them', () => {
    expect(endGroups(counted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toEqual({ fromUpper: 8, toLower: 3 });
    expect(endGroups(counted([5, 5, 5, 5, 5, 5, 5, 5, 9, 9]))).toBeNull();
    expect(endGroups(counted([1, 1, 1, 1, 5, 5, 5, 5, 5, 9]))).toEqual({ fromUpper: 5, toLower: 1 });
  });

  it('do not exist where nobody differs, or nobody is there', () => {
    expect(endGroups(counted([4, 4, 4]))).toBeNull();
    expect(endGroups(counted([4]))).toBeNull();
    expect(endGroups(counted([]))).toBeNull();
  });
});

it('calls a distractor non-functioning below 5%, not at 5%', () => {
  expect(isNonFunctioning(2, 140)).toBe(true);
  expect(isNonFunctioning(5, 100)).toBe(false);
  expect(isNonFunctioning(0, 0)).toBe(false);
});

it('knows what a guess earns only where one option is right', () => {
  expect(randomGuessScore('single', 4)).toBe(25);
  expect(randomGuessScore('true-false', 2)).toBe(50);
  expect(randomGuessScore('multiple', 5)).toBeNull();
  expect(randomGuessScore('short-text', 2)).toBeNull();
});
