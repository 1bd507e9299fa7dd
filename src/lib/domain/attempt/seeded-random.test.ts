import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from './seeded-random.ts';

describe('seededRandom', () => {
  it('gives the first numbers that mulberry32 is known by', () => {
    const random = seededRandom(0);
    expect([random(), random(), random()]).toEqual([
      0.26642920868471265, 0.0003297457005828619, 0.2232720274478197
    ]);
  });

  it('stays in [0, 1) and repeats itself for the same seed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 32 - 1 }), (seed) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)];
        for (let count = 0; count < 20; count += 1) {
          const number = one();
          expect(number).toBe(other());
          expect(number >= 0 && number < 1).toBe(true);
        }
      })
    );
  });
});

describe('shuffle', () => {
  it('keeps every entry once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (entries, seed) => {
        const ascending = (one: number, other: number) => one - other;
        expect(shuffle(entries, seededRandom(seed)).toSorted(ascending)).toEqual(entries.toSorted(ascending));
      })
    );
  });

  it('puts each entry at each place about equally often', () => {
    const counts = new Map<string, number>();
    const runs = 6000;
    for (let seed = 0; seed < runs; seed += 1) {
      const first = shuffle(['a', 'b', 'c'], seededRandom(seed * 7919))[0] ?? '';
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - runs / 3)).toBeLessThan(150);
  });
});
