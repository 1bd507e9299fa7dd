import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { updateTokenRevoked } from './token-queries.ts';

/** Ends a token at once; false: there is no open one with this id. */
export function revokeApiToken(
  db: Executor,
  { id, actorId, now }: { id: string; actorId: string | null; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await updateTokenRevoked(tx, { id, now }))) return false;
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'identity.revoke-api-token',
      subject: { kind: 'api-token', id }
    });
    return true;
  });
}
