import { describe, expect, it } from 'vitest';
import { chiSquare, keyBalance, type PlacedKey } from './key-balance.ts';
import { lintBank } from './lint/bank-lint.ts';

/** So many items with these keys at A, B, C …, each with `options` options. */
const keysAt = (counts: number[], options = counts.length, isLongest = false): PlacedKey[] =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, () => ({ options, keyPosition: index + 1, isLongest }))
  );

describe('chi-square', () => {
  it.each([
    // (10-25)²/25 + (20-25)²/25 + (30-25)²/25 + (40-25)²/25 = 9 + 1 + 1 + 9
    { counts: [10, 20, 30, 40], expected: 25, value: 20 },
    { counts: [25, 25, 25, 25], expected: 25, value: 0 },
    // A die thrown 60 times: (5² + 2² + 1² + 0² + 2² + 10²)/10 = 13.4
    { counts: [5, 8, 9, 8, 10, 20], expected: 10, value: 13.4 }
  ])('of $counts is $value', ({ counts, expected, value }) => {
    expect(chiSquare(counts.map((observed) => ({ observed, expected })))).toBeCloseTo(value, 10);
  });
});

describe('the balance of keys', () => {
  it('expects keys by how many options each item has', () => {
    const { positions, degrees } = keyBalance([...keysAt([10, 10, 10, 10]), ...keysAt([8, 6, 6])]);
    expect(positions.map(({ observed }) => observed)).toEqual([18, 16, 16, 10]);
    expect(positions.map(({ expected }) => Math.round(expected * 1000) / 1000)).toEqual([
      16.667, 16.667, 16.667, 10
    ]);
    expect(degrees).toBe(3);
  });

  it('is empty for a bank without single-choice items', () => {
    expect(keyBalance([])).toMatchObject({
      items: 0,
      positions: [],
      chiSquare: 0,
      degrees: 0,
      critical: null
    });
    expect(lintBank(keyBalance([]))).toEqual([]);
  });

  it.each([
    ['a favorite place', [15, 20, 25, 40], 'Keys stand at D 40 times; 25 would be expected.'],
    ['a place that is shunned', [5, 20, 20, 19], 'Keys stand at A 5 times; 16 would be expected.'],
    ['one place throughout', [0, 0, 24, 0], 'Keys stand at C 24 times; 6 would be expected.']
  ])('warns of %s (L14)', (_, counts, what) => {
    expect(lintBank(keyBalance(keysAt(counts)))).toMatchObject([{ rule: 'L14', severity: 'warning', what }]);
  });

  it.each([
    ['chance', [20, 30, 28, 22]],
    ['so few items that the test says nothing', [0, 0, 12, 0]]
  ])('does not take %s for a habit', (_, counts) => {
    expect(lintBank(keyBalance(keysAt(counts)))).toEqual([]);
  });

  it('is compared with the critical value for its degrees of freedom', () => {
    expect(keyBalance(keysAt([25, 25, 25, 25])).critical).toBe(7.815);
    expect(keyBalance(keysAt([25, 25, 25])).critical).toBe(5.991);
  });

  it('warns when the key is the longest option in more than 40% of the items, and not at 40%', () => {
    const keys = (longest: number) => [
      ...keysAt([longest, 0, 0, 0], 4, true),
      ...keysAt([0, 20 - longest, 0, 0])
    ];
    const longest = (count: number) =>
      lintBank({ ...keyBalance(keys(count)), isTooFew: true }).map(({ what }) => what);
    expect(longest(9)).toEqual(['In 9 of 20 single-choice items the key is the longest option.']);
    expect(longest(8)).toEqual([]);
  });
});
