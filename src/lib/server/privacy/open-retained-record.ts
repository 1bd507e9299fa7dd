import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { unseal } from '../seal.ts';
import { boundTo } from './retain-records.ts';
import { selectOptionalRetained } from './retained-queries.ts';

/**
 * The record that is kept of an erased person's completion, as JSON, for a regulator who asks for it; that it was opened is
 * on record. Null: none is kept, or SIGNING_SECRET is another one.
 */
export function openRetainedRecord(
  db: Executor,
  {
    completionId,
    secret,
    reason,
    now
  }: { completionId: string; secret: string | null; reason: string; now: Date }
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const kept = await selectOptionalRetained(tx, completionId);
    if (kept === null) return null;
    const event = { at: now, actorId: null, action: 'privacy.open-retained-record', reason };
    await insertAuditEvent(tx, { ...event, subject: { kind: 'completion', id: completionId } });
    if (kept.sealedRecord === null) return JSON.stringify(kept.plainRecord);
    const opened = unseal(kept.sealedRecord, { secret, boundTo: boundTo(completionId) });
    return opened && Buffer.from(opened).toString('utf8');
  });
}
