import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertSigningKey, lockSigningKeys, selectOptionalKeyInUse } from './key-queries.ts';
import { makeSigningKey } from './make-signing-key.ts';

/**
 * Makes the first key where there is none: at the first badge, not at the start, which stays quick. The slow part is
 * outside the transaction; of several that try at once one wins.
 */
export async function ensureSigningKey(
  db: Executor,
  { secret, now }: { secret: string; now: Date }
): Promise<void> {
  if ((await selectOptionalKeyInUse(db)) !== null) return;
  const key = await makeSigningKey(secret);
  await db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    if ((await selectOptionalKeyInUse(tx)) !== null) return;
    await insertSigningKey(tx, { ...key, createdAt: now });
    await insertAuditEvent(tx, {
      at: now,
      // The program makes it, from nowhere, for whoever asks first.
      actorId: null,
      network: null,
      action: 'signing-key.make',
      subject: { kind: 'signing-key', id: key.kid }
    });
  });
}
