import { correctDocument, type Correction } from '#lib/domain/certificate/correction.ts';
import { CODE_BYTES, makeVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertCorrectedCertificate, insertCorrectedCredit } from './correction-queries.ts';
import { insertHidden } from './hidden-queries.ts';
import { lockStandingDocument, type NotStanding } from './lock-document.ts';
import type { IssuedDocument } from './record-queries.ts';

type CorrectionInput = { certificateId: string; correction: Correction; actorId: string; now: Date };

export type CorrectionRefusal = NotStanding | { kind: 'refuse-amount'; maximumQuarterCredits: number };

/** The credit of the new document: a row of its own where the amount changes. Returns its id. */
async function correctCredit(
  tx: Executor,
  former: IssuedDocument,
  { correction, actorId, now }: CorrectionInput
): Promise<string> {
  const { quarterCredits, reason } = correction;
  if (quarterCredits === former.document.quarterCredits) return former.creditId;
  const id = crypto.randomUUID();
  await insertCorrectedCredit(tx, { id, supersedesId: former.creditId, quarterCredits, reason });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'credit.correct',
    subject: { kind: 'credit', id },
    detail: { supersedes: former.creditId, from: former.document.quarterCredits, quarterCredits },
    before: { quarterCredits: former.document.quarterCredits },
    after: { quarterCredits },
    reason
  });
  return id;
}

/** Writes the new document under a new code, with its audit row. Returns its id. */
async function reissue(tx: Executor, former: IssuedDocument, input: CorrectionInput): Promise<string> {
  const { correction, actorId, now } = input;
  const creditId = await correctCredit(tx, former, input);
  const { personId, completionId } = former;
  const certificate = {
    id: crypto.randomUUID(),
    creditId,
    personId,
    code: makeVerificationCode(crypto.getRandomValues(new Uint8Array(CODE_BYTES))),
    document: correctDocument(former.document, correction),
    issuedAt: now,
    supersedesId: former.id,
    reason: correction.reason
  };
  await insertCorrectedCertificate(tx, certificate);
  if (former.isHidden) await insertHidden(tx, { completionId, now });
  await insertAuditEvent(tx, {
    ...{ at: now, actorId, action: 'certificate.correct' },
    subject: { kind: 'certificate', id: certificate.id },
    detail: {
      supersedes: former.id,
      creditId,
      holderChanged: certificate.document.holder !== former.document.holder
    },
    before: { certificate: former.id },
    after: { certificate: certificate.id },
    reason: correction.reason
  });
  return certificate.id;
}

/**
 * Issues a corrected document in place of one that stands; of several corrections of the same document one is made, and
 * the others learn what became of it. What the holder hid stays hidden.
 */
export function correctCertificate(
  db: Executor,
  input: CorrectionInput
): Promise<Result<{ certificateId: string }, CorrectionRefusal>> {
  return db.transaction(async (tx) => {
    const former = await lockStandingDocument(tx, input.certificateId);
    if (!former.ok) return former;
    const { maximumQuarterCredits } = former.value;
    if (input.correction.quarterCredits > maximumQuarterCredits)
      return failure({ kind: 'refuse-amount', maximumQuarterCredits });
    return success({ certificateId: await reissue(tx, former.value, input) });
  });
}
