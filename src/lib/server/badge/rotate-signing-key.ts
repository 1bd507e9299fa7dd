import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  insertSigningKey,
  lockSigningKeys,
  selectOptionalKeyInUse,
  updateKeyRetired
} from './key-queries.ts';
import { makeSigningKey } from './make-signing-key.ts';

/** What a rotation came to; `retired` is null where there was no key before. */
export type Rotation = { kid: string; retired: string | null };

/**
 * Retires the key in use and makes a new one under the present secret; it works also where that secret is a new one. The
 * retired key stays published without its private half: badges that it signed still verify.
 */
export async function rotateSigningKey(
  db: Executor,
  { secret, now }: { secret: string; now: Date }
): Promise<Rotation> {
  const key = await makeSigningKey(secret);
  return db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    const retired = (await selectOptionalKeyInUse(tx))?.kid ?? null;
    if (retired !== null) await updateKeyRetired(tx, { kid: retired, retiredAt: now });
    await insertSigningKey(tx, { ...key, createdAt: now });
    await insertAuditEvent(tx, {
      at: now,
      actorId: null,
      action: 'signing-key.rotate',
      subject: { kind: 'signing-key', id: key.kid },
      detail: { retired }
    });
    return { kid: key.kid, retired };
  });
}
