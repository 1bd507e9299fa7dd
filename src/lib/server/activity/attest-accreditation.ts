import { accreditationStatement } from '#lib/domain/accreditation/accreditors.ts';
import {
  attestationProblems,
  attestationWording,
  attestedFacts
} from '#lib/domain/accreditation/attestation.ts';
import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import type { Provider } from '#lib/domain/accreditation/provider.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertAttestation } from './attestation-queries.ts';
import { updateTouched } from './authoring-queries.ts';
import { readAsAccredited } from './read-accreditation.ts';
import { lockDraft } from './settings-queries.ts';

export type AttestProblem =
  | { kind: 'no-draft' }
  | { kind: 'incomplete'; problems: string[] }
  /** Something of what was to be attested is not as the page showed it. */
  | { kind: 'changed-meanwhile' };

type AttestInput = {
  versionId: string;
  /** The words that the page showed; they name every fact. */
  wording: string;
  actorId: string;
  now: Date;
};

type Attested = { activity: OfferedActivity; provider: Provider; providerVersionId: string };

async function record(
  tx: Executor,
  { versionId, wording, actorId, now }: AttestInput,
  { activity, provider, providerVersionId }: Attested
): Promise<void> {
  const facts = attestedFacts(activity, providerVersionId);
  const statement = { text: accreditationStatement(provider, activity), providerName: provider.name };
  const common = { versionId, wording, actorId, now };
  const attestationId = await insertAttestation(tx, { ...common, statement, providerVersionId, facts });
  await updateTouched(tx, { activityVersionId: versionId, actorId, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'activity.attest-accreditation',
    subject: { kind: 'activity-version', id: versionId },
    detail: { attestationId, facts },
    after: { standing: 'accredited' }
  });
}

/**
 * Takes the draft of an activity out of demonstration, on an admin's word that the provider designated its credit in
 * advance (cme-rules.md §0.1). Nothing published can be attested.
 */
export function attestAccreditation(
  db: Executor,
  { versionId, wording, actorId, now }: AttestInput
): Promise<Result<null, AttestProblem>> {
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, versionId))) return failure({ kind: 'no-draft' });
    const { activity, providerVersionId } = await readAsAccredited(tx, versionId);
    const { provider } = activity;
    const problems = attestationProblems(activity);
    if (problems.length > 0 || provider === null || providerVersionId === null)
      return failure({ kind: 'incomplete', problems });
    if (wording !== attestationWording(activity)) return failure({ kind: 'changed-meanwhile' });
    await record(tx, { versionId, wording, actorId, now }, { activity, provider, providerVersionId });
    return success(null);
  });
}
