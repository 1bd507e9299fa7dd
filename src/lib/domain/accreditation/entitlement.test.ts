import { describe, expect, it } from 'vitest';
import { documentLines, entitledAmounts } from './entitlement.ts';

describe('an entitlement', () => {
  it('is claimed in steps of its type, from the maximum down to one step', () => {
    expect(entitledAmounts({ maximumQuarterCredits: 3, stepQuarterCredits: 1 })).toEqual([3, 2, 1]);
    expect(entitledAmounts({ maximumQuarterCredits: 8, stepQuarterCredits: 4 })).toEqual([8, 4]);
  });

  it('states what was awarded, not the maximum, and of an added credit no more than its own', () => {
    const unit = { part: 'point', one: 'point', many: 'points' };
    const wording = '{amount} of {maximum}';
    const lines = [
      { wording, unit, maximumQuarterCredits: 8 },
      { wording, unit, maximumQuarterCredits: 2 }
    ];
    expect(documentLines({ lines }, 5)).toEqual(['1.25 points of 2 points', '0.5 point of 0.5 point']);
  });
});
