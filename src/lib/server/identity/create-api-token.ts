import { createHash, randomBytes } from 'node:crypto';
import type { NewToken } from '#lib/domain/identity/token-form.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { insertToken } from './token-queries.ts';

/** Tells scanners for secrets, and people, what it is. */
const PREFIX = 'footnote_';

/** What the table keeps of a token. */
export function hashApiToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Makes a token that acts in its owner's name, and returns it: nobody can look it up later. */
export function createApiToken(
  db: Executor,
  input: { token: NewToken; ownerId: string; actorId: string | null; now: Date }
): Promise<{ id: string; token: string }> {
  const { token: asked, ownerId, actorId, now } = input;
  return db.transaction(async (tx) => {
    const id = crypto.randomUUID();
    const token = PREFIX + randomBytes(32).toString('base64url');
    await insertToken(tx, { id, ownerId, tokenHash: hashApiToken(token), createdAt: now, ...asked });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'identity.create-api-token',
      subject: { kind: 'api-token', id },
      detail: { ownerId, scopes: asked.scopes, expiresAt: asked.expiresAt.toISOString() }
    });
    return { id, token };
  });
}
