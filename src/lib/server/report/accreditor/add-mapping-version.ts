import type { ReportMapping } from '#lib/domain/report/mapping/report-mapping.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { insertMissingMappings } from './mapping-queries.ts';

type NewVersion = { key: string; version: number; mapping: ReportMapping; actorId: string; now: Date };

/** Adds a version of a mapping, or the first one of a copy; those before stay as they are. */
export function addMappingVersion(
  db: Executor,
  { key, version, mapping, actorId, now }: NewVersion
): Promise<Result<null, 'taken'>> {
  return db.transaction(async (tx) => {
    const id = crypto.randomUUID();
    const row = { id, key, version, mapping, createdAt: now, createdBy: actorId };
    const added = await insertMissingMappings(tx, [row]);
    if (added.length === 0) return failure('taken');
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.add-mapping-version',
      subject: { kind: 'mapping-version', id },
      detail: { key, version }
    });
    return success(null);
  });
}
