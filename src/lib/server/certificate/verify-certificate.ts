import { normaliseVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import {
  toVerifiedCertificate,
  type VerifiedCertificate
} from '#lib/domain/certificate/verified-certificate.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalCertificateByCode } from './queries.ts';

/** The certificate that a typed code names, as far as the public may know it; null: no certificate has this code. */
export async function verifyCertificate(
  db: Executor,
  typedCode: string
): Promise<VerifiedCertificate | null> {
  const code = normaliseVerificationCode(typedCode);
  if (code === null) return null;
  const certificate = await selectOptionalCertificateByCode(db, code);
  return certificate ? toVerifiedCertificate(certificate.document) : null;
}
