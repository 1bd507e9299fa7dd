import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { deleteParts, lockOptionalExpiredExport } from './queries.ts';

function removeNext(db: Executor, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const expired = await lockOptionalExpiredExport(tx, now);
    if (expired === null) return false;
    await deleteParts(tx, expired.id, now);
    const subject = { kind: 'report', id: expired.id };
    await insertAuditEvent(tx, { at: now, actorId: null, action: 'report.remove-export-file', subject });
    return true;
  });
}

/** Removes the files whose days are over; what they were stays on record. Returns how many. */
export async function removeOldExports(db: Executor, now: Date): Promise<number> {
  let removed = 0;
  while (await removeNext(db, now)) removed += 1;
  return removed;
}
