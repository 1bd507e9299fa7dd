import { describe, expect, it } from 'vitest';
import { claimableAmounts } from './claimable-amounts.ts';
import { decideCredit } from './decide-credit.ts';
import { creditWords, formatQuarterCredits } from './format-quarter-credits.ts';

describe('deciding a claim', () => {
  it('awards the amount that was claimed, not the maximum', () => {
    expect(decideCredit({ missing: [], claimedQuarterCredits: 1, maximumQuarterCredits: 2 })).toEqual({
      kind: 'award',
      quarterCredits: 1
    });
  });

  it('withholds credit when the evaluation is missing', () => {
    const decision = decideCredit({
      missing: ['evaluation'],
      claimedQuarterCredits: 2,
      maximumQuarterCredits: 2
    });
    expect(decision).toEqual({ kind: 'withhold', missing: ['evaluation'] });
  });

  it.each([0, -1, 3, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d of two quarter credits',
    (claimed) => {
      const decision = decideCredit({
        missing: [],
        claimedQuarterCredits: claimed,
        maximumQuarterCredits: 2
      });
      expect(decision).toEqual({ kind: 'refuse-amount', maximumQuarterCredits: 2 });
    }
  );
});

describe('quarter credits in words', () => {
  it.each([
    [1, '0.25', '0.25 credit'],
    [2, '0.5', '0.5 credit'],
    [4, '1', '1 credit'],
    [5, '1.25', '1.25 credits'],
    [40, '10', '10 credits']
  ])('%d quarters are %s', (quarters, number, words) => {
    expect(formatQuarterCredits(quarters)).toBe(number);
    expect(creditWords(quarters)).toBe(words);
  });

  it('offers each amount up to the maximum with the time that it stands for', () => {
    expect(claimableAmounts(5).map((amount) => amount.label)).toEqual([
      '1.25 credits, for about 1 hour 15 minutes',
      '1 credit, for about 1 hour',
      '0.75 credit, for about 45 minutes',
      '0.5 credit, for about 30 minutes',
      '0.25 credit, for about 15 minutes'
    ]);
  });
});
