import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsToPass, meetsPassingStandard } from './meets-passing-standard.ts';

const at80 = { passingPercent: 80 };

describe('meetsPassingStandard', () => {
  it('passes 8 of 10 at 80 per cent, and not 7 of 10', () => {
    expect(meetsPassingStandard({ correct: 8, total: 10 }, at80)).toBe(true);
    expect(meetsPassingStandard({ correct: 7, total: 10 }, at80)).toBe(false);
  });

  it('does not round a share up to the standard', () => {
    expect(meetsPassingStandard({ correct: 2, total: 3 }, { passingPercent: 67 })).toBe(false);
    expect(meetsPassingStandard({ correct: 29, total: 100 }, { passingPercent: 29 })).toBe(true);
  });

  it('passes nobody on a form without items', () => {
    expect(meetsPassingStandard({ correct: 0, total: 0 }, at80)).toBe(false);
  });
});

describe('itemsToPass', () => {
  it('is 8 of 10 and 12 of 15 at 80 per cent', () => {
    expect(itemsToPass(10, at80)).toBe(8);
    expect(itemsToPass(15, at80)).toBe(12);
  });

  it('is the least number that meets the standard, whatever the form and the standard', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (total, passingPercent) => {
          const least = itemsToPass(total, { passingPercent });
          expect(meetsPassingStandard({ correct: least, total }, { passingPercent })).toBe(true);
          expect(meetsPassingStandard({ correct: least - 1, total }, { passingPercent })).toBe(false);
        }
      )
    );
  });
});
