import { SHIPPED_RULES } from '#lib/domain/accreditation/shipped/shipped-rules.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertMissingRules } from './rule-queries.ts';

/**
 * Brings the shipped versions of the credit rules that the database does not hold yet; several instances may do so at
 * once. Gives how many there were. What an admin wrote under the same number or day stays.
 */
export function seedCreditRules(db: Executor, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const rules = SHIPPED_RULES.map((shipped) => ({ ...shipped, id: crypto.randomUUID() }));
    const added = new Set(await insertMissingRules(tx, rules, now));
    for (const { id, key, version } of rules.filter((rule) => added.has(rule.id))) {
      await insertAuditEvent(tx, {
        at: now,
        actorId: null,
        action: 'accreditation.seed-credit-rule',
        subject: { kind: 'credit-rule', id },
        detail: { key, version }
      });
    }
    return added.size;
  });
}
