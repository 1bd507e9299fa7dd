import { describe, expect, it } from 'vitest';
import { choiceItem } from '../../../../../tests/support/keyed-items.ts';
import { analyseCountedForm, type CountedForm } from './analyse-counted-form.ts';

/*
 * What ten people chose in three items with the keys A, A and B (a dash: no response). The expected values were computed
 * with NumPy and SciPy 1.17 in Python from the table of 0 and 1: pearsonr, pointbiserialr, cov of the sorted columns.
 */
const CHOSEN = ['AAB', 'ABB', 'BAB', 'AAA', 'CAB', 'ABC', 'BCA', 'CC-', 'AAB', 'BBB'];
const KEY = 'AAB';

const totalOf = (chosen: string) => [...chosen].filter((option, index) => option === KEY[index]).length;

function counted(people: string[]): CountedForm {
  return {
    totals: people.map((chosen) => ({ total: totalOf(chosen), possible: 3, attempts: 1 })),
    items: [...KEY].map((key, index) => ({
      item: { ...choiceItem(['A', 'B', 'C'], [key]), versionId: `v${index + 1}` },
      cells: people.map((chosen) => ({
        response: chosen[index] === '-' ? null : { type: 'single', option: chosen[index] ?? '' },
        correct: chosen[index] === key,
        total: totalOf(chosen),
        attempts: 1
      }))
    }))
  };
}

const form = analyseCountedForm(counted(CHOSEN));

describe('a form of which the responses were counted', () => {
  it('has the figures that an independent program finds', () => {
    expect(form).toMatchObject({ attempts: 10, isFixedForm: true, mean: 1.6, median: 2 });
    expect(form.standardDeviation).toBeCloseTo(1.0749676997731399, 10);
    expect(form.skewness).toBeCloseTo(-0.3220132532604454, 10);
    expect(form.kurtosis).toBeCloseTo(-0.8820266272189325, 10);
    expect(form.internalConsistency).toBeCloseTo(43.26923076923077, 10);
  });

  it.each([
    [0, 12.038585308576923, 14.285714285714283, 57.97101449275359, 31.062828661960694],
    [1, 42.857142857142854, 59.999999999999986, 0, 35.86826497954846],
    [2, 26.352313834736492, 33.333333333333336, 33.33333333333333, 33.06890635849085]
  ])('has for item %i the figures that an independent program finds', (index, di, de, alpha, weight) => {
    const item = form.items[index];
    expect(item?.discriminationIndex).toBeCloseTo(di, 10);
    expect(item?.discriminativeEfficiency).toBeCloseTo(de, 10);
    expect(item?.alphaIfDeleted).toBeCloseTo(alpha, 10);
    expect(item?.effectiveWeight).toBeCloseTo(weight, 10);
    expect(item?.intendedWeight).toBeCloseTo(100 / 3, 10);
    expect(item?.randomGuessScore).toBeCloseTo(100 / 3, 10);
  });

  it('keeps the sums and the groups at both ends', () => {
    const [first] = form.items;
    expect(first?.sums).toEqual({ responses: 10, sumX: 5, sumXx: 5, sumXt: 11, sumT: 16, sumTt: 36 });
    expect(first?.lower).toEqual({ size: 3, facility: expect.closeTo(33.333, 3) });
    expect(first?.upper).toEqual({ size: 4, facility: 50 });
  });

  it('counts each option, no response too, with its correlation with the rest', () => {
    const [first, second, third] = form.items;
    expect(first?.options).toEqual([
      {
        optionId: 'A',
        chosen: 5,
        sumRest: 6,
        upperChosen: 2,
        lowerChosen: 1,
        pointBiserial: expect.closeTo(0.12038585308576924, 10)
      },
      {
        optionId: 'B',
        chosen: 3,
        sumRest: 3,
        upperChosen: 1,
        lowerChosen: 1,
        pointBiserial: expect.closeTo(-0.07881104062391009, 10)
      },
      {
        optionId: 'C',
        chosen: 2,
        sumRest: 2,
        upperChosen: 1,
        lowerChosen: 1,
        pointBiserial: expect.closeTo(-0.06019292654288458, 10)
      },
      { optionId: '["none"]', chosen: 0, sumRest: 0, upperChosen: 0, lowerChosen: 0, pointBiserial: null }
    ]);
    expect(second?.options[2]?.pointBiserial).toBeCloseTo(-0.7857142857142856, 10);
    expect(third?.options[3]).toMatchObject({
      chosen: 1,
      pointBiserial: expect.closeTo(-0.43033148291193524, 10)
    });
  });

  it('is the same however its responses were grouped', () => {
    const twice = analyseCountedForm(counted([...CHOSEN, ...CHOSEN]));
    const doubled = counted(CHOSEN);
    const grouped = analyseCountedForm({
      totals: doubled.totals.map((cell) => ({ ...cell, attempts: 2 })),
      items: doubled.items.map(({ item, cells }) => ({
        item,
        cells: cells.map((cell) => ({ ...cell, attempts: 2 })).toReversed()
      }))
    });
    expect(grouped.items.map(({ sums }) => sums)).toEqual(twice.items.map(({ sums }) => sums));
    expect(grouped.internalConsistency).toBeCloseTo(twice.internalConsistency ?? 0, 10);
    expect(grouped.items[1]?.discriminationIndex).toBeCloseTo(twice.items[1]?.discriminationIndex ?? 0, 10);
  });

  it('has no consistency and no effective weights where people got different items, but the figures of each item', () => {
    const different = counted(CHOSEN);
    const drawn = analyseCountedForm({
      ...different,
      items: different.items.map(({ item, cells }, index) => ({
        item,
        cells: index === 0 ? cells.slice(1) : cells
      }))
    });
    expect(drawn).toMatchObject({
      isFixedForm: false,
      mean: 1.6,
      internalConsistency: null,
      standardError: null
    });
    expect(drawn.items[1]).toMatchObject({ effectiveWeight: null, alphaIfDeleted: null });
    expect(drawn.items[1]?.discriminationIndex).toBeCloseTo(42.857142857142854, 10);
  });

  it('has nothing to say where nobody has come yet', () => {
    expect(analyseCountedForm({ totals: [], items: [] })).toMatchObject({
      attempts: 0,
      mean: null,
      items: []
    });
  });
});
