import type { ItemSums } from './item-sums.ts';

/** Variances and covariances, each times n(n − 1): whole numbers where the marks are. */
export type ScaledSpreads = { varX: number; covXt: number; varT: number; covXr: number; varR: number };

/**
 * n·Σxx − (Σx)² and so on; cov(x, R) = cov(x, T) − Var x; Var R = Var T + Var x − 2·cov(x, T), because R = T − x
 * (formats-and-statistics.md §5).
 */
export function spreadsOfSums({ responses: n, sumX, sumXx, sumXt, sumT, sumTt }: ItemSums): ScaledSpreads {
  const varX = n * sumXx - sumX * sumX;
  const covXt = n * sumXt - sumX * sumT;
  const varT = n * sumTt - sumT * sumT;
  return { varX, covXt, varT, covXr: covXt - varX, varR: varT + varX - 2 * covXt };
}
