import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { updateCancelAsked } from './queries.ts';

type Cancelling = { id: string; actorId: string; now: Date };

/** Ends a file that is not finished, at its next piece. False: it is over already, or there is none of that id. */
export function cancelExport(db: Executor, { id, actorId, now }: Cancelling): Promise<boolean> {
  return db.transaction(async (tx) => {
    const asked = await updateCancelAsked(tx, id, now);
    if (asked === null) return false;
    const subject = { kind: 'report', id };
    await insertAuditEvent(tx, { at: now, actorId, action: 'report.ask-cancel-export', subject });
    return true;
  });
}
