import type { CreditRule, CreditUnit } from './credit-rule.ts';

/** An amount with its unit, which follows the number: `0.5 contact hour`, `1.25 contact hours`. */
export function amountInUnit(quarterCredits: number, unit: CreditUnit): string {
  const words = quarterCredits === 4 ? unit.one : quarterCredits < 4 ? unit.part : unit.many;
  return `${String(quarterCredits / 4)} ${words}`;
}

const ROUND = { nearest: Math.round, down: Math.floor, up: Math.ceil } as const;

type Time = { estimatedMinutes: number; evaluationMinutes: number };

/** The minutes of an activity that count for a credit (cme-rules.md §1.5: ANCC counts the evaluation, others do not). */
export function countedMinutes({ countsEvaluation }: CreditRule, time: Time): number {
  return countsEvaluation
    ? time.estimatedMinutes
    : Math.max(0, time.estimatedMinutes - time.evaluationMinutes);
}

/**
 * The most that can be earned, in quarter credits: minutes × 4 / minutes a credit, rounded to the step, then no more than
 * the rule's cap and than the provider designated, both down to the step. 0: too short.
 */
export function maximumFor(
  rule: CreditRule,
  { designatedQuarterCredits, ...time }: Time & { designatedQuarterCredits: number }
): number {
  const step = rule.stepQuarterCredits;
  const quarters = (countedMinutes(rule, time) * 4) / rule.minutesPerCredit;
  const rounded = ROUND[rule.rounding](quarters / step) * step;
  const limit = Math.min(rule.maximumQuarterCredits ?? Infinity, designatedQuarterCredits);
  return Math.min(rounded, Math.floor(limit / step) * step);
}
