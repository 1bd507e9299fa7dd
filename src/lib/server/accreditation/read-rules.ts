import type { RuleVersion } from '#lib/domain/accreditation/credit-rule.ts';
import { rulesOn } from '#lib/domain/accreditation/list-candidates.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listRuleVersions } from './rule-queries.ts';

/** A credit type as its rules hold today, and how many versions it has. */
export type RuleEntry = RuleVersion & { versions: number };

/** All credit types as they hold today, in the order of preference. */
export async function readRules(db: Executor, now: Date): Promise<RuleEntry[]> {
  const all = await listRuleVersions(db);
  return rulesOn(all, calendarDayOf(now))
    .toSorted((one, other) => one.rule.precedence - other.rule.precedence)
    .map((rule) => ({ ...rule, versions: all.filter(({ key }) => key === rule.key).length }));
}

/** All versions of the rules of a type, the newest first; empty: there is no such type. */
export async function readRuleVersions(db: Executor, key: string): Promise<RuleVersion[]> {
  return (await listRuleVersions(db)).filter((rule) => rule.key === key).toReversed();
}
