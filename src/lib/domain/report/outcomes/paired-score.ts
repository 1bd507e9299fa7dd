import { NORMAL_975, studentQuantile975 } from './student-quantile.ts';

/** Sums over learners of their score before (x) and after (y), each from 0 to 100. */
export type PairedSums = {
  learners: number;
  before: number;
  after: number;
  beforeSquared: number;
  afterSquared: number;
  product: number;
};

export type Interval = { low: number; high: number };

/** A standardised difference with its 95% interval. */
export type Effect = Interval & { value: number };

/** Null: not defined for these data. All 95% intervals. */
export type PairedScore = {
  before: number;
  after: number;
  beforeDeviation: number;
  afterDeviation: number;
  change: number;
  changeInterval: Interval;
  averageEffect: Effect | null;
  changeEffect: Effect | null;
};

type Moments = { change: number; before: number; after: number; covariance: number; degrees: number };

function around(value: number, error: number): Effect {
  return { value, low: value - NORMAL_975 * error, high: value + NORMAL_975 * error };
}

/**
 * d_av: the mean change over s = √((s₁² + s₂²)/2). SE² = d²(s₁⁴ + s₂⁴ + 2r²s₁²s₂²)/(8·ν·s⁴) + s_d²/(ν·s²), ν = n − 1
 * (Bonett 2008, Psychological Methods 13:99, for paired samples).
 */
function averageEffect({ change, before, after, covariance, degrees }: Moments): Effect | null {
  const variance = (before + after) / 2;
  if (variance <= 0) return null;
  const d = change / Math.sqrt(variance);
  const shape = (before ** 2 + after ** 2 + 2 * covariance ** 2) / (8 * degrees * variance ** 2);
  const ofChange = (before + after - 2 * covariance) / (degrees * variance);
  return around(d, Math.sqrt(d ** 2 * shape + ofChange));
}

/** d_z: the mean change over the standard deviation of the changes. SE² = d²/(2ν) + 1/ν (the same source, one sample). */
function changeEffect({ change, before, after, covariance, degrees }: Moments): Effect | null {
  const variance = before + after - 2 * covariance;
  // Below this it is what rounding leaves of zero: scores run to 100.
  if (variance <= 1e-9) return null;
  const d = change / Math.sqrt(variance);
  return around(d, Math.sqrt(d ** 2 / (2 * degrees) + 1 / degrees));
}

/** Means, their change with its t interval, and both standardised differences. Null below two learners. */
export function pairedScore(sums: PairedSums): PairedScore | null {
  const n = sums.learners;
  if (n < 2) return null;
  const degrees = n - 1;
  const [x, y] = [sums.before / n, sums.after / n];
  const before = Math.max(0, sums.beforeSquared - n * x * x) / degrees;
  const after = Math.max(0, sums.afterSquared - n * y * y) / degrees;
  const covariance = (sums.product - n * x * y) / degrees;
  const change = y - x;
  const reach = studentQuantile975(degrees) * Math.sqrt(Math.max(0, before + after - 2 * covariance) / n);
  const moments = { change, before, after, covariance, degrees };
  return {
    before: x,
    after: y,
    beforeDeviation: Math.sqrt(before),
    afterDeviation: Math.sqrt(after),
    change,
    changeInterval: { low: change - reach, high: change + reach },
    averageEffect: averageEffect(moments),
    changeEffect: changeEffect(moments)
  };
}

/** Hake's gain of the means (1998): what was gained of what could be. Null where nothing could. */
export function normalisedGain(before: number, after: number): number | null {
  return before >= 100 ? null : (after - before) / (100 - before);
}
