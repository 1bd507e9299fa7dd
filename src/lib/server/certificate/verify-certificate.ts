import { certificateState } from '#lib/domain/certificate/certificate-state.ts';
import { normaliseVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import { VERIFICATION_THROTTLE } from '#lib/domain/certificate/verification-throttle.ts';
import {
  toVerifiedCertificate,
  type VerifiedCertificate
} from '#lib/domain/certificate/verified-certificate.ts';
import { failure, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { withThrottle, type Throttled } from '../identity/throttle.ts';
import { selectOptionalGrant } from './grant-queries.ts';
import { hashGrantToken } from './hash-grant-token.ts';
import { selectOptionalDocumentByCode } from './record-queries.ts';

type Question = {
  typedCode: string;
  /** The token of a regulator's link; null: anybody asks. */
  token: string | null;
  /** From where it is asked; see domain/identity/network.ts. */
  network: string;
  now: Date;
};

/** The public answer; `grantedUntil`: a regulator's link shows what the holder has hidden. */
export type Verified = { certificate: VerifiedCertificate; grantedUntil: Date | null };

async function answer(db: Executor, code: string, { token, now }: Question): Promise<Verified | null> {
  const found = await selectOptionalDocumentByCode(db, code);
  if (!found) return null;
  const { id: certificateId, document, isHidden } = found;
  const grant =
    token === null
      ? null
      : await selectOptionalGrant(db, { certificateId, tokenHash: hashGrantToken(token), now });
  const showsFacts = !isHidden || grant !== null;
  return {
    certificate: toVerifiedCertificate(document, { state: certificateState(found), showsFacts }),
    grantedUntil: grant?.expiresAt ?? null
  };
}

/**
 * What the public may know of the document that a typed code names. `wrong`: no document has this code, or it cannot be a
 * code at all, which is no guess. `wait`: too many codes that do not exist came from the same network.
 */
export async function verifyCertificate(
  db: Executor,
  question: Question
): Promise<Result<Verified, Throttled>> {
  const code = normaliseVerificationCode(question.typedCode);
  if (code === null) return failure({ kind: 'wrong' });
  const { network, now } = question;
  const place = { door: 'verify', from: network, policy: VERIFICATION_THROTTLE, now };
  return withThrottle(db, place, () => answer(db, code, question));
}
