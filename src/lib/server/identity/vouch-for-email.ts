import type { Executor } from '../db/index.ts';
import { selectOptionalAccount, updateEmailVerified } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';

/** Takes an address as proven because the operator says so, at the command line; false: no enabled account has it. */
export function vouchForEmail(db: Executor, { email, now }: { email: string; now: Date }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const account = await selectOptionalAccount(tx, email);
    if (account === null) return false;
    const { personId } = account;
    await updateEmailVerified(tx, { personId, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: null, action: 'identity.vouch-for-email', subject });
    return true;
  });
}
