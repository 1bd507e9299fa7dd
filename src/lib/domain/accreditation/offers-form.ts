import type { FieldProblem } from '../identity/field-problem.ts';
import { tidyDecimal } from '../decimal.ts';
import { failure, success, type Result } from '../result.ts';
import { amountInUnit } from './credit-amount.ts';
import type { RuleVersion } from './credit-rule.ts';

/** A type that an activity may be designated for, and what is or could be designated; quarter credits. */
export type OfferChoice = {
  rule: RuleVersion;
  /** Null: the activity is not designated for it. */
  designated: number | null;
  /** What its minutes come to; 0: it is too short. */
  most: number;
};

/** The form of offers as typed: which types are ticked, and each maximum. */
export type OffersTyped = { ticked: string[]; amounts: Record<string, string> };

/** The name of the field with the maximum of a type. */
export const amountField = (key: string) => `maximum-${key}`;

/** The form of what is stored. */
export function offersTypedOf(choices: OfferChoice[]): OffersTyped {
  return {
    ticked: choices.flatMap(({ rule, designated }) => (designated === null ? [] : [rule.key])),
    amounts: Object.fromEntries(
      choices.map(({ rule, designated, most }) => [rule.key, String((designated ?? most) / 4)])
    )
  };
}

/** Whole quarter credits from 0.25 to 100 credits, or null. */
function readQuarters(text: string): number | null {
  const quarters = Number(tidyDecimal(text) ?? Number.NaN) * 4;
  return Number.isInteger(quarters) && quarters >= 1 && quarters <= 400 ? quarters : null;
}

/** Reads which credit an activity is designated for, each under the version of its rules that the choice holds. */
export function readOffersForm(
  { ticked, amounts }: OffersTyped,
  choices: OfferChoice[]
): Result<{ ruleId: string; quarterCredits: number }[], FieldProblem[]> {
  const chosen = choices.filter(({ rule }) => ticked.includes(rule.key));
  const read = chosen.map(({ rule }) => ({ rule, quarters: readQuarters(amounts[rule.key] ?? '') }));
  const problems = read.flatMap(({ rule, quarters }) => {
    if (quarters !== null) return [];
    const example = amountInUnit(rule.rule.stepQuarterCredits, rule.rule.unit);
    const message = `Enter the maximum of ${rule.rule.name} as a number in steps of a quarter, such as ${example}`;
    return [{ field: amountField(rule.key), message }];
  });
  if (problems.length > 0) return failure(problems);
  return success(read.map(({ rule, quarters }) => ({ ruleId: rule.id, quarterCredits: quarters ?? 0 })));
}
