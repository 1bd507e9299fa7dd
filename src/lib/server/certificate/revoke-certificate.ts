import { success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertRevocation } from './correction-queries.ts';
import { lockStandingDocument, type NotStanding } from './lock-document.ts';

/** Declares, with a reason, that a document which stands does not hold any more. Its credit counts nowhere from then on. */
export function revokeCertificate(
  db: Executor,
  {
    certificateId,
    reason,
    actorId,
    now
  }: { certificateId: string; reason: string; actorId: string; now: Date }
): Promise<Result<null, NotStanding>> {
  return db.transaction(async (tx) => {
    const standing = await lockStandingDocument(tx, certificateId);
    if (!standing.ok) return standing;
    await insertRevocation(tx, { certificateId, reason, revokedAt: now, revokedBy: actorId });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'certificate.revoke',
      subject: { kind: 'certificate', id: certificateId },
      detail: { creditId: standing.value.creditId },
      before: { standing: 'valid' },
      after: { standing: 'revoked' },
      reason
    });
    return success(null);
  });
}
