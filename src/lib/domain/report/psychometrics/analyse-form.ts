import { errorRatio } from './error-ratio.ts';
import { internalConsistency } from './internal-consistency.ts';
import { kurtosis } from './kurtosis.ts';
import { median } from './median.ts';
import { mean, variance } from './moments.ts';
import { skewness } from './skewness.ts';
import { standardDeviation } from './standard-deviation.ts';
import { standardError } from './standard-error.ts';

/** Mean, median, standard deviation and standard error in marks; consistency and error ratio in per cent; null: not defined. */
export type FormFigures = {
  attempts: number;
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
  skewness: number | null;
  kurtosis: number | null;
  internalConsistency: number | null;
  errorRatio: number | null;
  standardError: number | null;
};

/**
 * Moodle's figures of a form as a whole. `itemVariances` is null where people got different items: positions then mean
 * nothing, nor does a consistency over them, nor what follows from it.
 */
export function analyseForm(totals: readonly number[], itemVariances: readonly number[] | null): FormFigures {
  const consistency =
    itemVariances === null
      ? null
      : internalConsistency({ itemVariances, totalVariance: variance(totals), attempts: totals.length });
  const spread = standardDeviation(totals);
  const ratio = errorRatio(consistency);
  return {
    attempts: totals.length,
    mean: mean(totals),
    median: median(totals),
    standardDeviation: spread,
    skewness: skewness(totals),
    kurtosis: kurtosis(totals),
    internalConsistency: consistency,
    errorRatio: ratio,
    standardError: standardError(ratio, spread)
  };
}
