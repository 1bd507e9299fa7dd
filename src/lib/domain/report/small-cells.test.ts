import { describe, expect, it } from 'vitest';
import { holdBackSmall, shownCount } from './small-cells.ts';

describe('small numbers of people', () => {
  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5]
  ])('%d is shown as %s', (count, shown) => {
    expect(shownCount(count)).toBe(shown);
  });

  it.each([
    [
      [11, 6, 3],
      [11, null, null]
    ],
    [
      [11, 2, 3],
      [11, null, null]
    ],
    [
      [7, 0, 5],
      [7, 0, 5]
    ],
    [[3], [null]],
    [
      [3, 0],
      [null, 0]
    ],
    [[], []]
  ])('%j are shown as %j', (counts, shown) => {
    expect(holdBackSmall(counts)).toEqual(shown);
  });
});
