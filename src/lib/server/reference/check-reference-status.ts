import {
  gravest,
  type CheckProblem,
  type LookedUp,
  type LookUpIdentifier
} from '#lib/domain/reference/looked-up.ts';
import { isWorse, type ReferenceStatus } from '#lib/domain/reference/reference-status.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lookUpReference } from './look-up-reference.ts';
import {
  lockReference,
  selectOptionalReference,
  updateReferenceChecked,
  updateReferenceStatus
} from './reference-queries.ts';
import type { WebLookup } from './web-lookup.ts';

type Checking = { referenceId: string; actorId: string; now: Date; lookup?: WebLookup };

/** `found`: what the web says; `isKept`: the library knows of graver doubt, which stays. */
export type CheckedStatus = { found: ReferenceStatus; isKept: boolean };

function identifiersOf({ DOI, PMID }: { DOI?: string; PMID?: string }): LookUpIdentifier[] {
  return [
    ...(DOI === undefined ? [] : [{ kind: 'DOI' as const, value: DOI }]),
    ...(PMID === undefined ? [] : [{ kind: 'PMID' as const, value: PMID }])
  ];
}

async function askAll(db: Executor, asked: LookUpIdentifier[], lookup: WebLookup | undefined) {
  return Promise.all(
    asked.map(async (one) => ({ asked: one, ...(await lookUpReference(db, { asked: one, lookup })) }))
  );
}

/** Writes what was found; doubt that the library has and the web does not know is a person's, and stays. */
function record(
  db: Executor,
  { referenceId: id, actorId, now }: Checking,
  { status, statusNote: note, asked }: LookedUp & { asked: LookUpIdentifier[] }
): Promise<Result<CheckedStatus, CheckProblem | { kind: 'no-such-reference' }>> {
  return db.transaction(async (tx) => {
    const before = await lockReference(tx, id);
    if (before === null) return failure({ kind: 'no-such-reference' });
    const isNews = isWorse(status, before.status);
    if (isNews) await updateReferenceStatus(tx, { id, status, note, actorId, now });
    await updateReferenceChecked(tx, { id, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'reference.check-reference-status',
      subject: { kind: 'reference', id },
      detail: { asked, found: { status, note } },
      before,
      after: isNews ? { status, note } : before
    });
    return success({ found: status, isKept: isWorse(before.status, status) });
  });
}

/**
 * Asks Crossref and PubMed how a reference stands, and records the answer with who asked and when. Where one of the two
 * does not answer, nothing is recorded: half a check must not look like a whole one. That one of them does not know it is
 * an answer: Crossref has no data sets, PubMed no books.
 */
export async function checkReferenceStatus(
  db: Executor,
  checking: Checking
): Promise<Result<CheckedStatus, CheckProblem | { kind: 'no-such-reference' }>> {
  const reference = await selectOptionalReference(db, checking.referenceId);
  if (reference === null) return failure({ kind: 'no-such-reference' });
  const asked = identifiersOf(reference.csl);
  const answers = await askAll(db, asked, checking.lookup);
  const found = gravest(answers.flatMap((answer) => (answer.ok ? [answer.value] : [])));
  const unanswered = answers.flatMap((answer) =>
    answer.ok || (found !== null && answer.problem === 'not-found') ? [] : [answer]
  );
  const [first] = unanswered;
  if (first) return failure({ kind: 'look-up', asked: first.asked, why: first.problem });
  return found === null ? failure({ kind: 'no-identifier' }) : record(db, checking, { ...found, asked });
}
