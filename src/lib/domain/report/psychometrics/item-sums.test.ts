import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choiceItem } from '../../../../../tests/support/keyed-items.ts';
import { analyseCells } from './analyse-cells.ts';
import { analyseItem } from './analyse-item.ts';
import { figuresOfSums } from './figures-of-sums.ts';
import { addSums, NO_SUMS, sumsOf, type ItemSums } from './item-sums.ts';
import { pointBiserial } from './point-biserial.ts';

type Attempt = { x: number; rest: number };

const attempt = fc.record({ x: fc.constantFrom(0, 1), rest: fc.integer({ min: 0, max: 40 }) });
const attempts = fc.array(attempt, { maxLength: 60 });

const summed = (all: Attempt[]): ItemSums =>
  all.reduce((sums, { x, rest }) => addSums(sums, sumsOf(x, x + rest)), NO_SUMS);

const computed = (all: Attempt[]) =>
  analyseItem({
    kind: 'item',
    marks: all.map(({ x }) => x),
    totals: all.map(({ x, rest }) => x + rest),
    maximum: 1
  });

function expectSame(one: number | null, other: number | null) {
  if (one === null || other === null) expect(one).toBe(other);
  else expect(one).toBeCloseTo(other, 8);
}

it('sums kept attempt by attempt give what a recomputation from all attempts gives', () => {
  fc.assert(
    fc.property(attempts, (all) => {
      const [kept, anew] = [figuresOfSums(summed(all)), computed(all)];
      expectSame(kept.facility, anew.facility);
      expectSame(kept.standardDeviation, anew.standardDeviation);
      expectSame(kept.discriminationIndex, anew.discriminationIndex);
    })
  );
});

it('responses counted by cells give what a recomputation from all attempts gives', () => {
  const cells = fc.array(
    fc.record({
      correct: fc.boolean(),
      rest: fc.integer({ min: 0, max: 12 }),
      attempts: fc.integer({ min: 1, max: 9 })
    }),
    { maxLength: 25 }
  );
  fc.assert(
    fc.property(cells, (all) => {
      const found = analyseCells(
        choiceItem(['A', 'B', 'C'], ['A']),
        all.map(({ correct, rest, attempts: people }) => ({
          ...{ response: null, correct, total: rest + (correct ? 1 : 0), attempts: people }
        }))
      );
      const anew = computed(
        all.flatMap(({ correct, rest, attempts: people }) =>
          Array.from({ length: people }, () => ({ x: correct ? 1 : 0, rest }))
        )
      );
      expectSame(found.facility, anew.facility);
      expectSame(found.standardDeviation, anew.standardDeviation);
      expectSame(found.discriminationIndex, anew.discriminationIndex);
      expectSame(found.discriminativeEfficiency, anew.discriminativeEfficiency);
      expectSame(found.covarianceWithTotal, anew.covarianceWithTotal);
    })
  );
});

it('sums of two forms added up are those of all their attempts, in either order', () => {
  fc.assert(
    fc.property(attempts, attempts, (one, other) => {
      const both = addSums(summed(one), summed(other));
      expect(both).toEqual(summed([...one, ...other]));
      expect(addSums(summed(other), summed(one))).toEqual(both);
    })
  );
});

it('an attempt counted many times at once is the attempt added many times', () => {
  fc.assert(
    fc.property(attempt, fc.integer({ min: 0, max: 50 }), ({ x, rest }, times) => {
      expect(sumsOf(x, x + rest, times)).toEqual(summed(Array.from({ length: times }, () => ({ x, rest }))));
    })
  );
});

it('the sums of a million attempts are still exact', () => {
  const half = addSums(sumsOf(1, 40, 500_000), sumsOf(0, 39, 500_000));
  expect(figuresOfSums(half)).toMatchObject({ facility: 50, discriminationIndex: null });
  const apart = addSums(sumsOf(1, 40, 500_000), sumsOf(0, 0, 500_000));
  expect(figuresOfSums(apart).discriminationIndex).toBeCloseTo(100, 10);
});

it('the correlation of an option with the rest is null where all or none chose it', () => {
  const item = addSums(sumsOf(1, 3, 5), sumsOf(0, 1, 5));
  expect(pointBiserial({ chosen: 0, sumRest: 0 }, item)).toBeNull();
  expect(pointBiserial({ chosen: 10, sumRest: 15 }, item)).toBeNull();
  expect(pointBiserial({ chosen: 5, sumRest: 10 }, item)).toBeCloseTo(1, 10);
});
