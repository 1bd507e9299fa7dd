import { NORMAL_975 } from './student-quantile.ts';

/** `low` and `high`: its 95% interval. `d`: the ratio as a standardised difference. */
export type OddsRatio = { ratio: number; low: number; high: number; d: number };

/** π/√3, which turns log odds into standard deviations (Chinn 2000), as cme-rules.md §6.2 rounds it. */
const LOG_ODDS_A_DEVIATION = 1.81;

/**
 * Odds ratio of pairs that changed, b/c, with exp(ln(b/c) ± 1.96·√(1/b + 1/c)) (Agresti 2013, §11.1), and
 * d = ln(OR)/1.81. Null where b or c is 0: neither is defined, and no half is added to make it so.
 */
export function oddsRatio(learned: number, lost: number): OddsRatio | null {
  if (learned === 0 || lost === 0) return null;
  const log = Math.log(learned / lost);
  const reach = NORMAL_975 * Math.sqrt(1 / learned + 1 / lost);
  return {
    ratio: learned / lost,
    low: Math.exp(log - reach),
    high: Math.exp(log + reach),
    d: log / LOG_ODDS_A_DEVIATION
  };
}
