import { SHIPPED_MAPPINGS } from '#lib/domain/report/mapping/shipped/shipped-mappings.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { insertMissingMappings } from './mapping-queries.ts';

/**
 * Brings the shipped versions of the mappings that the database does not hold yet; several instances may do so at once.
 * Gives how many there were.
 */
export function seedMappings(db: Executor, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const versions = SHIPPED_MAPPINGS.map((shipped) => ({
      ...shipped,
      id: crypto.randomUUID(),
      createdAt: now,
      createdBy: null
    }));
    const added = new Set(await insertMissingMappings(tx, versions));
    for (const { id, key, version } of versions.filter((one) => added.has(one.id))) {
      await insertAuditEvent(tx, {
        at: now,
        actorId: null,
        action: 'report.seed-mapping',
        subject: { kind: 'mapping-version', id },
        detail: { key, version }
      });
    }
    return added.size;
  });
}
