import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseAfter } from './retries.ts';

it('tries again after a second, then after longer and longer pauses, and never more than 40 seconds apart', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6].reduce<number[]>(
    (all) => [...all, pauseAfter(all.at(-1) ?? 0, 0)],
    []
  );
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  fc.assert(
    fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (before, chance) => {
      expect(pauseAfter(before, chance)).toBeGreaterThanOrEqual(1_000);
      expect(pauseAfter(before, chance)).toBeLessThanOrEqual(40_000);
    })
  );
});
