import { randomBytes } from 'node:crypto';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertGrant } from './grant-queries.ts';
import { hashGrantToken } from './hash-grant-token.ts';
import { selectOptionalDocument } from './record-queries.ts';

type GrantInput = { certificateId: string; purpose: string; days: number; actorId: string; now: Date };

/** A link for a regulator: the path to show once, and until when it holds. */
export type Grant = { path: string; expiresAt: Date };

/**
 * Makes a link that shows what a document says, even where its holder has hidden it: participation is verified for six
 * years (cme-rules.md §1.6). Who asked is kept; the token is not.
 */
export function grantVerification(
  db: Executor,
  { certificateId, purpose, days, actorId, now }: GrantInput
): Promise<Result<Grant, 'unknown'>> {
  return db.transaction(async (tx) => {
    const document = await selectOptionalDocument(tx, certificateId);
    if (!document) return failure('unknown');
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
    const tokenHash = hashGrantToken(token);
    await insertGrant(tx, {
      tokenHash,
      certificateId,
      purpose,
      grantedBy: actorId,
      grantedAt: now,
      expiresAt
    });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'certificate.grant-verification',
      subject: { kind: 'certificate', id: certificateId },
      detail: { expiresAt: expiresAt.toISOString() }
    });
    return success({ path: `/verify/${document.code}?grant=${token}`, expiresAt });
  });
}
