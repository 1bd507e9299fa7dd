import { asc } from 'drizzle-orm';
import type { RuleVersion } from '#lib/domain/accreditation/credit-rule.ts';
import type { Executor } from '../db/index.ts';
import { creditRules } from '../db/schema/accreditation.ts';

/** All versions of all rules, by key, the oldest version first. */
export function listRuleVersions(db: Executor): Promise<RuleVersion[]> {
  return db
    .select({
      id: creditRules.id,
      key: creditRules.key,
      version: creditRules.version,
      validFrom: creditRules.validFrom,
      rule: creditRules.rule
    })
    .from(creditRules)
    .orderBy(asc(creditRules.key), asc(creditRules.version));
}

/** Writes a version; false where its number or its day is taken. */
export async function insertRule(
  tx: Executor,
  rule: RuleVersion & { createdAt: Date; createdBy: string }
): Promise<boolean> {
  const rows = await tx
    .insert(creditRules)
    .values(rule)
    .onConflictDoNothing()
    .returning({ id: creditRules.id });
  return rows.length > 0;
}

/** Writes the versions that are not there yet, and gives the ids of those; what stands under the same number or day stays. */
export async function insertMissingRules(
  tx: Executor,
  rules: RuleVersion[],
  createdAt: Date
): Promise<string[]> {
  const rows = await tx
    .insert(creditRules)
    .values(rules.map((rule) => ({ ...rule, createdAt })))
    .onConflictDoNothing()
    .returning({ id: creditRules.id });
  return rows.map(({ id }) => id);
}
