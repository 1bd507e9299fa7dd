import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { endSession } from './session.ts';

/** Ends the session at once, on the server; the cookie is worth nothing afterwards. */
export async function signOut(
  db: Executor,
  { sessionId, personId, now }: { sessionId: string; personId: string; now: Date }
): Promise<void> {
  await db.transaction(async (tx) => {
    await endSession(tx, { sessionId, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.sign-out', subject });
  });
}
