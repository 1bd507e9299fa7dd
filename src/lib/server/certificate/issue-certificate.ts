import type { CertificateFacts } from '#lib/domain/certificate/certificate-text.ts';
import { certificateText } from '#lib/domain/certificate/certificate-text.ts';
import { CODE_BYTES, makeVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertCertificate } from './queries.ts';

/** Credit that was just awarded, with what the document says of it. */
type Award = { creditId: string; personId: string; facts: CertificateFacts; now: Date };

/**
 * Issues the certificate of a credit: its whole text is frozen here. A part of `claimCredit`, in whose transaction it is
 * called (product: issued once, in the transaction that decided it). Returns the certificate's id.
 */
export async function issueCertificate(
  tx: Executor,
  { creditId, personId, facts, now }: Award
): Promise<string> {
  const id = crypto.randomUUID();
  const code = makeVerificationCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES)));
  await insertCertificate(tx, {
    id,
    creditId,
    personId,
    code,
    document: certificateText(facts),
    issuedAt: now
  });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'certificate.issue',
    subject: { kind: 'certificate', id },
    detail: { creditId }
  });
  return id;
}
