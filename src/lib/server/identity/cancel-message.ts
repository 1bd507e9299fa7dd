import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { updateMessageCancelled } from './mail-queries.ts';

type Which = { messageId: string; actorId: string; now: Date };

/** Takes back a message that waits; false: it does not. */
export function cancelMessage(db: Executor, { messageId, actorId, now }: Which): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await updateMessageCancelled(tx, messageId, now))) return false;
    const subject = { kind: 'message', id: messageId };
    await insertAuditEvent(tx, { at: now, actorId, action: 'identity.cancel-message', subject });
    return true;
  });
}
