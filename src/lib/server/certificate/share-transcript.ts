import { createHash, randomBytes } from 'node:crypto';
import type { TranscriptShare } from '#lib/domain/certificate/transcript-share.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertShare } from './share-queries.ts';

/** What the table keeps of the token in a link. */
export function hashShareToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Makes a link under which others read a person's transcript, and returns its token, which nobody can look up later. */
export function shareTranscript(
  db: Executor,
  { personId, share, now }: { personId: string; share: TranscriptShare; now: Date }
): Promise<string> {
  return db.transaction(async (tx) => {
    const token = randomBytes(32).toString('base64url');
    const id = crypto.randomUUID();
    await insertShare(tx, { id, personId, tokenHash: hashShareToken(token), ...share, createdAt: now });
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: 'certificate.share-transcript',
      subject: { kind: 'transcript-share', id },
      detail: { expiresAt: share.expiresAt.toISOString() }
    });
    return token;
  });
}
