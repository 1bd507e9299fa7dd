import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { updateShareRevoked } from './share-queries.ts';

/** Ends a link before its day; false: the person has no such open link. */
export function endShare(
  db: Executor,
  which: { shareId: string; personId: string; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await updateShareRevoked(tx, which))) return false;
    await insertAuditEvent(tx, {
      at: which.now,
      actorId: which.personId,
      action: 'certificate.end-transcript-share',
      subject: { kind: 'transcript-share', id: which.shareId }
    });
    return true;
  });
}
