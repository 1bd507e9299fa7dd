import { describe, expect, it } from 'vitest';
import { analyseForm } from './analyse-form.ts';
import { analyseItem } from './analyse-item.ts';
import { effectiveWeights } from './effective-weight.ts';
import { covariance, variance } from './moments.ts';

/*
 * Marks of twelve attempts at four items. The expected values were computed with NumPy and SciPy 1.17 in Python: skew and
 * kurtosis with bias=False, pearsonr for the index, cov of the sorted columns for the efficiency, alpha from its definition.
 */
const MARKS = [
  [1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1],
  [1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0],
  [0.5, 0.5, 0, 1, 0, 0.5, 1, 0, 0.5, 1, 0, 1],
  [3, 1, 2, 3, 0, 2, 1, 3, 1, 2, 0, 3]
];
const MAXIMA = [1, 1, 1, 3];
const TOTALS = MARKS[0]?.map((_, attempt) => MARKS.reduce((sum, own) => sum + (own[attempt] ?? 0), 0)) ?? [];

const figures = MARKS.map((marks, index) =>
  analyseItem({ kind: 'item', marks, totals: TOTALS, maximum: MAXIMA[index] ?? 0 })
);

describe('figures of a form', () => {
  it('are those that an independent program finds', () => {
    const whole = analyseForm(
      TOTALS,
      MARKS.map((marks) => variance(marks) ?? 0)
    );
    expect(whole.attempts).toBe(12);
    expect(whole.mean).toBeCloseTo(3.4166666666666665, 10);
    expect(whole.median).toBe(3.25);
    expect(whole.standardDeviation).toBeCloseTo(1.9286515936521478, 10);
    expect(whole.skewness).toBeCloseTo(-0.3613638733284869, 10);
    expect(whole.kurtosis).toBeCloseTo(-0.9939928903563522, 10);
    expect(whole.internalConsistency).toBeCloseTo(61.371350984385586, 10);
    expect(whole.errorRatio).toBeCloseTo(62.15195010264313, 10);
    expect(whole.standardError).toBeCloseTo(1.1986945761405143, 10);
  });

  it('are not defined for too few attempts, or where all are alike', () => {
    const none = analyseForm([], []);
    expect(none).toMatchObject({ mean: null, median: null, standardDeviation: null, skewness: null });
    expect(analyseForm([3], [0, 0]).standardDeviation).toBeNull();
    expect(analyseForm([1, 3], [1, 1])).toMatchObject({
      median: 2,
      internalConsistency: null,
      skewness: null
    });
    expect(analyseForm([1, 2, 4], [1, 1]).kurtosis).toBeNull();
    const alike = analyseForm([2, 2, 2, 2], [0, 0]);
    expect(alike).toMatchObject({ standardDeviation: 0, skewness: null, kurtosis: null, errorRatio: null });
    expect(analyseForm([1, 2, 3], [1]).internalConsistency).toBeNull();
    expect(analyseForm([1, 2, 3], null)).toMatchObject({
      mean: 2,
      internalConsistency: null,
      standardError: null
    });
  });

  it('have an error ratio above 100% where the consistency is negative', () => {
    const whole = analyseForm([1, 2, 1, 2], [0.5, 0.5]);
    expect(whole.internalConsistency).toBeLessThan(0);
    expect(whole.errorRatio).toBeGreaterThan(100);
  });
});

describe('figures of an item', () => {
  it.each([
    [0, 58.333333333333336, 0.5149286505444373, 71.27255688897131, 86.04651162790697, 25.03131291294605],
    [1, 58.333333333333336, 0.5149286505444373, 11.438580396855505, 12.727272727272736, 16.78295462313075],
    [2, 50, 0.4264014327112209, 36.97416135079924, 39.99999999999999, 18.57145821586862],
    [3, 58.333333333333336, 1.1381803659589922, 72.42243488319185, 77.27272727272727, 39.614274248054585]
  ])('are those that an independent program finds: item %i', (index, facility, spread, di, de, weight) => {
    const weights = effectiveWeights(figures.map(({ covarianceWithTotal }) => covarianceWithTotal));
    expect(figures[index]?.facility).toBeCloseTo(facility, 10);
    expect(figures[index]?.standardDeviation).toBeCloseTo(spread, 10);
    expect(figures[index]?.discriminationIndex).toBeCloseTo(di, 10);
    expect(figures[index]?.discriminativeEfficiency).toBeCloseTo(de, 10);
    expect(weights[index]).toBeCloseTo(weight, 10);
  });

  it('tell nothing apart where all marks are alike, also where adding them up has rounded', () => {
    const alike = { kind: 'item' as const, marks: [0.3, 0.3, 0.3], totals: [0.7, 1.1, 1.9], maximum: 1 };
    expect(analyseItem(alike)).toMatchObject({ standardDeviation: 0, discriminationIndex: null });
    const rest = analyseItem({ ...alike, marks: [0.1, 0.2, 0.7], totals: [0.4, 0.5, 1] });
    expect(rest).toMatchObject({ discriminationIndex: null, discriminativeEfficiency: null });
    expect(analyseItem({ ...alike, maximum: 0 }).facility).toBeNull();
    expect(analyseItem({ ...alike, marks: [], totals: [] })).toMatchObject({
      ...{ facility: null, standardDeviation: null, covarianceWithTotal: null }
    });
  });

  it('hold what was drawn for a random place against the whole, a variant against the rest', () => {
    const marks = [1, 0, 1, 0];
    const row = { marks, totals: [3, 2, 3, 1], maximum: 1 };
    const drawn = analyseItem({ ...row, kind: 'drawn-for-a-random-place' }).discriminationIndex;
    const variant = analyseItem({ ...row, kind: 'variant' }).discriminationIndex;
    expect(drawn).toBeCloseTo(90.45340337332908, 10);
    expect(variant).toBeCloseTo(57.73502691896258, 10);
    expect(analyseItem({ ...row, kind: 'item' }).discriminationIndex).toBe(variant);
  });

  it('give no weight to an item that varies against the whole, nor to any where nothing varies', () => {
    expect(effectiveWeights([4, -1, 1, null])).toEqual([
      expect.closeTo(66.667, 3),
      null,
      expect.closeTo(33.333, 3),
      null
    ]);
    expect(effectiveWeights([0, 0])).toEqual([null, null]);
  });

  it('lose nothing to a common height of all marks', () => {
    const high = [1e9 + 1, 1e9 + 2, 1e9 + 3];
    expect(variance(high)).toBe(1);
    expect(covariance(high, [5, 6, 7])).toBe(1);
  });
});
