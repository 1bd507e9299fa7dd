import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { removeRetainedRecords } from './remove-retained-records.ts';
import { SWEEPS } from './retention-queries.ts';

/** Removes everything whose time is over, kind by kind; on record is how many rows of which. Returns these counts. */
export async function removeWhatIsDue(db: Executor, now: Date): Promise<Record<string, number>> {
  const removed = await db.transaction(async (tx) => {
    const counts: Record<string, number> = {};
    for (const [kind, sweep] of Object.entries(SWEEPS)) counts[kind] = await sweep(tx, now);
    await insertAuditEvent(tx, {
      at: now,
      actorId: null,
      action: 'privacy.remove-what-is-due',
      subject: { kind: 'retention', id: 'nightly' },
      detail: { removed: counts }
    });
    return counts;
  });
  return { ...removed, 'credit-record': await removeRetainedRecords(db, now) };
}
