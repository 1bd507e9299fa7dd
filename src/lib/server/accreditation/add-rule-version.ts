import type { CreditRule } from '#lib/domain/accreditation/credit-rule.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertRule } from './rule-queries.ts';

/** A version of a rule to add; number and day have to be free. */
export type NewRuleVersion = { key: string; version: number; validFrom: string; rule: CreditRule };

/** Adds a version of a credit rule, or the first one of a new type; the former ones stay as they are. */
export function addRuleVersion(
  db: Executor,
  { actorId, now, ...version }: NewRuleVersion & { actorId: string; now: Date }
): Promise<Result<null, 'taken'>> {
  return db.transaction(async (tx) => {
    const id = crypto.randomUUID();
    const isNew = await insertRule(tx, { ...version, id, createdAt: now, createdBy: actorId });
    if (!isNew) return failure('taken');
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'accreditation.add-rule-version',
      subject: { kind: 'credit-rule', id },
      detail: { key: version.key, version: version.version, validFrom: version.validFrom },
      after: { version: version.version, validFrom: version.validFrom }
    });
    return success(null);
  });
}
