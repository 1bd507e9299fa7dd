import { accreditationStatement } from '#lib/domain/accreditation/accreditors.ts';
import {
  attestationProblems,
  attestationWording,
  attestedFacts,
  changedFacts
} from '#lib/domain/accreditation/attestation.ts';
import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import { designationStatements } from '#lib/domain/accreditation/designation.ts';
import { selectOptionalProvider } from '../accreditation/provider-queries.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalAttestation, selectStatementOfVersion } from './attestation-queries.ts';
import { readOfferedActivity } from './read-credit-offer.ts';

/**
 * Where a version stands: `missing`: it is to be accredited and nobody attested it; `stale`: what was attested has changed
 * since, in these facts.
 */
export type AttestationState =
  | { kind: 'demonstration' }
  | { kind: 'missing' }
  | { kind: 'stale'; changed: string[] }
  | { kind: 'attested'; attestedBy: string; attestedAt: Date; wording: string };

/** The draft of an activity as it would be accredited under the provider of today. */
export async function readAsAccredited(
  db: Executor,
  versionId: string
): Promise<{ activity: OfferedActivity; providerVersionId: string | null }> {
  const provider = await selectOptionalProvider(db);
  const offered = await readOfferedActivity(db, versionId);
  return {
    activity: { ...offered, mode: 'accredited', provider },
    providerVersionId: provider?.id ?? null
  };
}

async function readChanged(db: Executor, versionId: string, attested: Record<string, unknown>) {
  const { activity, providerVersionId } = await readAsAccredited(db, versionId);
  return changedFacts(attestedFacts(activity, providerVersionId ?? ''), attested);
}

/**
 * Whether what a version says of its accreditation is attested, a draft as its facts are now; what was published stays as
 * it was attested. Throws where there is no such version.
 */
export async function readAttestationState(db: Executor, versionId: string): Promise<AttestationState> {
  const statement = await selectStatementOfVersion(db, versionId);
  if (statement.mode !== 'accredited') return { kind: 'demonstration' };
  const attestation = await selectOptionalAttestation(db, versionId);
  if (attestation?.statementId !== statement.id) return { kind: 'missing' };
  const changed = statement.publishedAt === null ? await readChanged(db, versionId, attestation.facts) : [];
  if (changed.length > 0) return { kind: 'stale', changed };
  const { attestedBy, attestedAt, wording } = attestation;
  return { kind: 'attested', attestedBy, attestedAt, wording };
}

/** What the admin's page of an activity shows of its draft. */
export type AccreditationView = {
  state: AttestationState;
  activity: OfferedActivity;
  /** What is missing before anybody can attest. */
  problems: string[];
  statement: string | null;
  designations: string[];
  wording: string | null;
};

/** How the draft of an activity would be accredited, and what was attested. Throws where there is no such version. */
export async function readAccreditation(db: Executor, versionId: string): Promise<AccreditationView> {
  const { activity } = await readAsAccredited(db, versionId);
  const { provider } = activity;
  return {
    state: await readAttestationState(db, versionId),
    activity,
    problems: attestationProblems(activity),
    statement: provider && accreditationStatement(provider, activity),
    designations: designationStatements(activity),
    wording: attestationWording(activity)
  };
}
