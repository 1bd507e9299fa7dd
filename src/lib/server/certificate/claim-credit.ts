import type { CertificateFacts } from '#lib/domain/certificate/certificate-text.ts';
import { decideCredit } from '#lib/domain/credit/decide-credit.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import { insertCredit, lockPerson, type Completion, type LearnerAndVersion } from '../credit/queries.ts';
import { recordCompletion, type NoCompletion } from '../credit/record-completion.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { issueCertificate } from './issue-certificate.ts';
import {
  selectActivityOnCertificate,
  selectOptionalCertificateOfVersion,
  selectOptionalHolder
} from './queries.ts';

/** What a claim came to; the same for every repetition of it. */
export type ClaimOutcome = { certificateId: string; quarterCredits: number };

export type ClaimRefusal =
  | NoCompletion
  | { kind: 'refuse-amount'; maximumQuarterCredits: number }
  /** Nobody knows yet what name to print. */
  | { kind: 'no-profile' };

type Claim = LearnerAndVersion & { quarterCredits: number; now: Date };

type Decided = { completion: Completion; quarterCredits: number; maximumQuarterCredits: number };

async function decide(tx: Executor, claim: Claim): Promise<Result<Decided, ClaimRefusal>> {
  const completion = await recordCompletion(tx, claim);
  if (!completion.ok) return completion;
  const { maximumQuarterCredits } = await readActivityVersion(tx, claim.activityVersionId);
  const claimedQuarterCredits = claim.quarterCredits;
  const decision = decideCredit({ missing: [], claimedQuarterCredits, maximumQuarterCredits });
  switch (decision.kind) {
    case 'withhold':
      return failure({ kind: 'missing', missing: decision.missing });
    case 'refuse-amount':
      return failure(decision);
    case 'award':
      return success({
        completion: completion.value,
        quarterCredits: decision.quarterCredits,
        maximumQuarterCredits
      });
    default:
      return decision satisfies never;
  }
}

/** Writes the credit, its audit row and the certificate. */
async function award(
  tx: Executor,
  input: { claim: Claim; decided: Decided; holder: CertificateFacts['holder'] }
): Promise<ClaimOutcome> {
  const { claim, decided, holder } = input;
  const { personId, activityVersionId, now } = claim;
  const { completion, quarterCredits, maximumQuarterCredits } = decided;
  const creditId = crypto.randomUUID();
  const amount = { quarterCredits, maximumQuarterCredits };
  const learner = { personId, activityVersionId };
  await insertCredit(tx, {
    id: creditId,
    completionId: completion.id,
    ...learner,
    ...amount,
    claimedAt: now
  });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'credit.claim',
    subject: { kind: 'credit', id: creditId },
    detail: { activityVersionId, completionId: completion.id, ...amount }
  });
  const offered = await selectActivityOnCertificate(tx, activityVersionId);
  const facts = { holder, ...offered, quarterCredits, completedOn: completion.completedOn };
  const certificateId = await issueCertificate(tx, { creditId, personId, facts, now });
  return { certificateId, quarterCredits };
}

/**
 * Awards the credit that a learner claims, and issues the certificate, in one transaction. A claim that was made already
 * gets the first outcome again, whatever amount it names. It lives here and not in the credit room, because an action
 * stands in the highest room that it writes to.
 */
export async function claimCredit(db: Executor, claim: Claim): Promise<Result<ClaimOutcome, ClaimRefusal>> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, claim.personId);
    const first = await selectOptionalCertificateOfVersion(tx, claim);
    if (first) return success(first);
    const holder = await selectOptionalHolder(tx, claim.personId);
    if (!holder) return failure({ kind: 'no-profile' });
    const decided = await decide(tx, claim);
    if (!decided.ok) return decided;
    return success(await award(tx, { claim, decided: decided.value, holder }));
  });
}
