import { amountInUnit } from './credit-amount.ts';
import type { OfferedActivity } from './credit-offer.ts';
import type { CreditRule } from './credit-rule.ts';
import { fillPlaceholders, fillWording, type WordingFacts } from './fill-wording.ts';

/** The wording with which a provider designates an activity for this much; null where the rule has none. */
export function designationStatement(
  rule: CreditRule,
  { quarterCredits, facts }: { quarterCredits: number; facts: WordingFacts }
): string | null {
  const { designation } = rule.wording;
  if (designation === '') return null;
  const maximum = amountInUnit(quarterCredits, rule.unit);
  return fillPlaceholders(fillWording(designation, facts), { maximum, amount: maximum });
}

/** All designations of an activity, in the order of their rules; a demonstration has none. */
export function designationStatements(activity: OfferedActivity): string[] {
  if (activity.mode === 'demonstration') return [];
  return activity.offers
    .toSorted((one, other) => one.rule.rule.precedence - other.rule.rule.precedence)
    .flatMap(({ rule: { rule }, designatedQuarterCredits: quarterCredits }) => {
      const statement = designationStatement(rule, { quarterCredits, facts: activity });
      return statement === null ? [] : [statement];
    });
}
