import type { OfferedActivity } from './credit-offer.ts';
import type { RuleVersion } from './credit-rule.ts';
import type { Candidate } from './judge-rule.ts';

/** Of each rule the version that holds on the day; the first one where none does yet. */
export function rulesOn(rules: readonly RuleVersion[], day: string): RuleVersion[] {
  return [...Map.groupBy(rules, ({ key }) => key).values()].flatMap((versions) => {
    const inOrder = versions.toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
    const holding = inOrder.findLast(({ validFrom }) => validFrom <= day) ?? inOrder[0];
    return holding === undefined ? [] : [holding];
  });
}

/**
 * All that could come into question in an activity: what it was designated for, each under the version of the rules that
 * the designation names; what needs no designation, under the rules of the day; and the other types, so that each has its
 * reason.
 */
export function listCandidates(
  { offers, maximumQuarterCredits }: OfferedActivity,
  { rules, day }: { rules: readonly RuleVersion[]; day: string }
): Candidate[] {
  const designated = new Set(offers.map(({ rule }) => rule.key));
  const others = rulesOn(rules, day).filter(({ key }) => !designated.has(key));
  return [
    ...offers,
    ...others.map((rule) => ({
      rule,
      designatedQuarterCredits: rule.rule.offered === 'accredited' ? null : maximumQuarterCredits
    }))
  ];
}
