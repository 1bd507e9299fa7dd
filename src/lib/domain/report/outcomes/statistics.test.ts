import { describe, expect, it } from 'vitest';
import { holm } from './holm.ts';
import { mcnemar } from './mcnemar.ts';
import { chiSquareTail } from './normal-tail.ts';
import { oddsRatio } from './odds-ratio.ts';
import { normalisedGain, pairedScore } from './paired-score.ts';
import { studentQuantile975 } from './student-quantile.ts';

/*
 * The expected numbers were computed with scipy 1.17.1 and numpy 2.4.6:
 *   chi-square tail   scipy.stats.chi2.sf(x, 1)
 *   exact test        scipy.stats.binomtest(b, b + c, 0.5).pvalue
 *   quantile of t     scipy.stats.t.ppf(0.975, df)
 *   change            scipy.stats.ttest_rel(after, before).confidence_interval(0.95)
 *   d_av              s = sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2); d = (b - a).mean() / s; r = corrcoef(a, b)[0, 1];
 *                     se = sqrt(d**2 * (v1**2 + v2**2 + 2*r*r*v1*v2) / (8*df*s**4) + vd / (df*s**2)); d -+ 1.96 se
 *   d_z               d = (b - a).mean() / (b - a).std(ddof=1); se = sqrt(d*d / (2*df) + 1 / df)
 *                     (by the noncentral t, scipy.stats.nct, the interval is 1.0170 to 2.0471)
 */
describe('the tail of chi-square with one degree of freedom', () => {
  it.each([
    [0, 1],
    [0.001, 0.9747728793699604],
    [0.5, 0.47950012218695337],
    [1, 0.31731050786291115],
    [3.841458820694124, 0.05],
    [6, 0.014305878435429641],
    [40, 2.5396285894708634e-10],
    [200, 2.088487583762569e-45]
  ])('above %d is %d', (value, tail) => {
    expect(Math.abs(chiSquareTail(value) / tail - 1)).toBeLessThan(1e-9);
  });
});

it.each([
  [29, 2.045229642132703],
  [49, 2.0095752371292392],
  [999, 1.9623414611334493],
  [100000, 1.9599877075346095]
])('takes the 97.5th percentile of t with %d degrees of freedom as %d', (degrees, quantile) => {
  expect(studentQuantile975(degrees)).toBeCloseTo(quantile, 6);
});

describe('McNemar’s test', () => {
  it.each([
    [40, 10, 16.82, 4.109787809945878e-5],
    [61, 17, 23.7051282051282, 1.1228294351787773e-6],
    [5, 30, 16.457142857142856, 4.976233487907417e-5],
    [25, 0, 23.04, 1.5866563039511885e-6],
    [15, 10, 0.64, 0.4237107971667936],
    [13, 13, 0, 1]
  ])('corrects for continuity from 25 changes on: %d learned, %d lost', (learned, lost, chiSquare, p) => {
    const test = mcnemar(learned, lost);
    expect(test).toMatchObject({ method: 'corrected' });
    expect(test && 'chiSquare' in test ? test.chiSquare : null).toBeCloseTo(chiSquare, 10);
    expect(Math.abs((test?.p ?? 0) - p)).toBeLessThan(1e-9);
  });

  it.each([
    [3, 12, 0.03515625],
    [0, 6, 0.03125],
    [10, 14, 0.5412561893463135],
    [1, 23, 50 / 2 ** 24],
    [17, 7, 0.06391465663909912],
    [7, 7, 1]
  ])('is exact below 25 changes: %d learned, %d lost', (learned, lost, p) => {
    expect(mcnemar(learned, lost)).toEqual({ method: 'exact', p });
  });

  it('tests nothing where nothing changed', () => {
    expect(mcnemar(0, 0)).toBeNull();
  });
});

describe('the odds ratio of changes', () => {
  it('is b/c with its interval, and d by Chinn: the worked check of the rules', () => {
    expect(oddsRatio(40, 10)?.ratio).toBe(4);
    expect(oddsRatio(40, 10)?.d).toBeCloseTo(0.7659084868, 9);
    expect(oddsRatio(40, 10)?.low).toBeCloseTo(2.0003905749, 9);
    expect(oddsRatio(40, 10)?.high).toBeCloseTo(7.9984380054, 9);
    expect(oddsRatio(61, 17)?.d).toBeCloseTo(0.7058897901, 9);
  });

  it.each([
    [12, 0],
    [0, 12]
  ])('is not defined for %d learned and %d lost', (learned, lost) => {
    expect(oddsRatio(learned, lost)).toBeNull();
  });
});

describe('p values of several items', () => {
  it('are adjusted by Holm: smallest times all, never below the one before', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('stay at or below one', () => {
    expect(holm([0.6, 0.9])).toEqual([1, 1]);
  });
});

describe('scores before and after', () => {
  /** The sums of 32 pairs of scores in steps of 20. */
  const sums = {
    learners: 32,
    before: 1500,
    after: 2280,
    beforeSquared: 86800,
    afterSquared: 176800,
    product: 118400
  };

  it('have a change with its t interval, d_av and d_z, each as an independent tool computes them', () => {
    const score = pairedScore(sums);
    expect(score?.before).toBe(46.875);
    expect(score?.change).toBe(24.375);
    expect(score?.changeInterval.low).toBeCloseTo(18.660611452861854, 5);
    expect(score?.changeInterval.high).toBeCloseTo(30.089388547138146, 5);
    expect(score?.averageEffect?.value).toBeCloseTo(1.0929514935103932, 10);
    expect(score?.averageEffect?.low).toBeCloseTo(0.7458971422569907, 10);
    expect(score?.averageEffect?.high).toBeCloseTo(1.4400058447637958, 10);
    expect(score?.changeEffect?.value).toBeCloseTo(1.5378941377130608, 10);
    expect(score?.changeEffect?.low).toBeCloseTo(1.017837960541877, 10);
    expect(score?.changeEffect?.high).toBeCloseTo(2.057950314884245, 10);
  });

  it('give the published example of d_av: statpsych, ci.stdmean.ps(.05, 110.4, 102.1, 15.3, 14.6, .75, 25)', () => {
    const [n, x, y, v1, v2] = [25, 102.1, 110.4, 14.6 ** 2, 15.3 ** 2];
    const score = pairedScore({
      learners: n,
      before: n * x,
      after: n * y,
      beforeSquared: (n - 1) * v1 + n * x * x,
      afterSquared: (n - 1) * v2 + n * y * y,
      product: (n - 1) * 0.75 * Math.sqrt(v1 * v2) + n * x * y
    });
    expect(score?.averageEffect?.value).toBeCloseTo(0.5550319, 6);
    expect(score?.averageEffect?.low).toBeCloseTo(0.2394905, 6);
    expect(score?.averageEffect?.high).toBeCloseTo(0.8705732, 6);
  });

  it('have no effect where nobody differs, and none at all for one learner', () => {
    const same = {
      learners: 2,
      before: 100,
      after: 160,
      beforeSquared: 5000,
      afterSquared: 12800,
      product: 8000
    };
    expect(pairedScore(same)).toMatchObject({ change: 30, averageEffect: null, changeEffect: null });
    expect(pairedScore({ ...same, learners: 1 })).toBeNull();
  });

  it('have a gain of what could be gained, which is undefined where all was known', () => {
    expect(normalisedGain(46.875, 71.25)).toBeCloseTo(0.4588235294, 9);
    expect(normalisedGain(100, 100)).toBeNull();
  });
});
