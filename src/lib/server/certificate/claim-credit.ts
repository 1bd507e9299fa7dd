import { NOTHING_PERMITTED } from '#lib/domain/credit/reporting-choice.ts';
import { success, type Result } from '#lib/domain/result.ts';
import { keepIdentifiers } from '../credit/keep-identifiers.ts';
import { keepPermission } from '../credit/keep-permission.ts';
import { insertCredit, lockPerson } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { decideClaim, type Claim, type ClaimRefusal, type DecidedClaim } from './decide-claim.ts';
import { issueCertificate } from './issue-certificate.ts';
import { selectActivityOnCertificate, selectOptionalCertificateOfVersion } from './queries.ts';

/** What a claim came to; the same for every repetition of it. */
export type ClaimOutcome = { certificateId: string; quarterCredits: number };

/** Writes the credit with its audit row. Returns its id. */
async function keepCredit(
  tx: Executor,
  { personId, activityVersionId, now }: Claim,
  { completion, credit, quarterCredits }: DecidedClaim
): Promise<string> {
  const id = crypto.randomUUID();
  const { maximumQuarterCredits } = credit;
  const detail = {
    activityVersionId,
    completionId: completion.id,
    quarterCredits,
    maximumQuarterCredits,
    creditRuleId: credit.rule.id
  };
  await insertCredit(tx, { id, personId, ...detail, claimedAt: now });
  const event = { at: now, actorId: personId, subject: { kind: 'credit', id } };
  await insertAuditEvent(tx, { ...event, action: 'credit.claim', detail });
  return id;
}

/** Writes what the learner said of each report that the credit has, and what those that were permitted need. */
async function keepReporting(
  tx: Executor,
  { personId, activityVersionId, now }: Claim,
  { reports, permitted, known, identifiers }: DecidedClaim
): Promise<void> {
  await keepIdentifiers(tx, { personId, known, identifiers, now });
  for (const { id: report, wording, wordingVersion } of reports) {
    const granted = permitted.some(({ id }) => id === report);
    const permission = { report, granted, wording, wordingVersion };
    await keepPermission(tx, { learner: { personId, activityVersionId }, permission, now });
  }
}

async function award(tx: Executor, claim: Claim, decided: DecidedClaim): Promise<ClaimOutcome> {
  const { personId, activityVersionId, now } = claim;
  const { holder, credit, completion, quarterCredits } = decided;
  const creditId = await keepCredit(tx, claim, decided);
  await keepReporting(tx, claim, decided);
  const offered = await selectActivityOnCertificate(tx, activityVersionId);
  const facts = { holder, ...offered, credit, quarterCredits, completedOn: completion.completedOn };
  const certificateId = await issueCertificate(tx, { creditId, personId, facts, now });
  return { certificateId, quarterCredits };
}

/**
 * Awards the credit that a learner claims, keeps what of it may be reported, and issues the document, in one
 * transaction. A claim that was made already gets the first outcome again, whatever it says. It lives here and not in
 * the credit room, because an action stands in the highest room that it writes to.
 */
export async function claimCredit(
  db: Executor,
  { reporting = NOTHING_PERMITTED, ...claimed }: Omit<Claim, 'reporting'> & Partial<Pick<Claim, 'reporting'>>
): Promise<Result<ClaimOutcome, ClaimRefusal>> {
  const claim = { ...claimed, reporting };
  return db.transaction(async (tx) => {
    await lockPerson(tx, claim.personId);
    const first = await selectOptionalCertificateOfVersion(tx, claim);
    if (first) return success(first);
    const decided = await decideClaim(tx, claim);
    return decided.ok ? success(await award(tx, claim, decided.value)) : decided;
  });
}
