import { createHash, randomBytes } from 'node:crypto';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { deleteExpiredSetUpLinks, insertSetUpLink, selectAdminExists } from './set-up-queries.ts';

const LIFE = 24 * 60 * 60 * 1000;

/** What the table keeps of a token. */
export function hashSetUpToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/**
 * Makes the one-time link for the first admin and returns its path, e.g. `/set-up/Zk3…`; null where an admin exists.
 * It works once, within 24 hours.
 */
export async function createSetUpLink(db: Executor, input: { now: Date }): Promise<string | null> {
  return db.transaction(async (tx) => {
    if (await selectAdminExists(tx)) return null;
    await deleteExpiredSetUpLinks(tx, input.now);
    const token = randomBytes(32).toString('base64url');
    const tokenHash = hashSetUpToken(token);
    await insertSetUpLink(tx, {
      tokenHash,
      createdAt: input.now,
      expiresAt: new Date(input.now.getTime() + LIFE)
    });
    const subject = { kind: 'set-up-link', id: Buffer.from(tokenHash).toString('hex').slice(0, 16) };
    await insertAuditEvent(tx, {
      at: input.now,
      actorId: null,
      action: 'identity.create-set-up-link',
      subject
    });
    return `/set-up/${token}`;
  });
}
