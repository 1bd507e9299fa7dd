import { describe, expect, it } from 'vitest';
import { claimableAmounts } from './claimable-amounts.ts';
import { decideCredit } from './decide-credit.ts';
import { creditWords, formatQuarterCredits } from './format-quarter-credits.ts';

const decide = (claimedQuarterCredits: number, stepQuarterCredits = 1) =>
  decideCredit({ missing: [], claimedQuarterCredits, maximumQuarterCredits: 8, stepQuarterCredits });

describe('deciding a claim', () => {
  it('awards the amount that was claimed, not the maximum', () => {
    expect(decide(1)).toEqual({ kind: 'award', quarterCredits: 1 });
    expect(decide(8)).toEqual({ kind: 'award', quarterCredits: 8 });
  });

  it('withholds credit when the evaluation is missing', () => {
    const amounts = { claimedQuarterCredits: 2, maximumQuarterCredits: 2, stepQuarterCredits: 1 };
    const decision = decideCredit({ missing: ['evaluation'], ...amounts });
    expect(decision).toEqual({ kind: 'withhold', missing: ['evaluation'] });
  });

  it.each([0, -1, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d of eight quarter credits',
    (claimed) => {
      expect(decide(claimed)).toEqual({ kind: 'refuse-amount', maximumQuarterCredits: 8 });
    }
  );

  it('awards whole steps of the type alone', () => {
    const awarded = [1, 2, 3, 4, 5, 6, 7, 8].filter((claimed) => decide(claimed, 4).kind === 'award');
    expect(awarded).toEqual([4, 8]);
  });
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

  it('offers each amount in its unit with the time that it stands for', () => {
    const unit = { part: 'credit', one: 'credit', many: 'credits' };
    const credit = { unit, maximumQuarterCredits: 5, stepQuarterCredits: 1, minutesPerCredit: 60 };
    expect(claimableAmounts(credit).map((amount) => amount.label)).toEqual([
      '1.25 credits, for about 1 hour 15 minutes',
      '1 credit, for about 1 hour',
      '0.75 credit, for about 45 minutes',
      '0.5 credit, for about 30 minutes',
      '0.25 credit, for about 15 minutes'
    ]);
  });

  it('offers steps of the type and counts its minutes', () => {
    const unit = { part: 'contact hour', one: 'contact hour', many: 'contact hours' };
    const credit = { unit, maximumQuarterCredits: 9, stepQuarterCredits: 4, minutesPerCredit: 45 };
    expect(claimableAmounts(credit)).toEqual([
      { quarterCredits: 8, label: '2 contact hours, for about 1 hour 30 minutes' },
      { quarterCredits: 4, label: '1 contact hour, for about 45 minutes' }
    ]);
  });
});
