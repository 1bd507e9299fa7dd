import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { updateMessageDue } from './mail-queries.ts';

type Which = { messageId: string; actorId: string; now: Date };

/** Lets a message that waits be tried at the next round, whatever was tried before; false: it does not wait. */
export function retryMessage(db: Executor, { messageId, actorId, now }: Which): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await updateMessageDue(tx, messageId, now))) return false;
    const subject = { kind: 'message', id: messageId };
    await insertAuditEvent(tx, { at: now, actorId, action: 'identity.retry-message', subject });
    return true;
  });
}
