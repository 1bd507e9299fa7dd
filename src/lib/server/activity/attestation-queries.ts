import { desc, eq } from 'drizzle-orm';
import type { AttestedFacts } from '#lib/domain/accreditation/attestation.ts';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { accreditationAttestations, activityCreditOffers } from '../db/schema/activity-accreditation.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { people } from '../db/schema/identity.ts';

/** The newest attestation of a version with what was attested, or null; it counts under its own statement alone. */
export async function selectOptionalAttestation(db: Executor, versionId: string) {
  const [row] = await db
    .select({
      statementId: accreditationAttestations.accreditationStatementId,
      wording: accreditationAttestations.wording,
      facts: accreditationAttestations.facts,
      attestedAt: accreditationAttestations.attestedAt,
      attestedBy: people.email
    })
    .from(accreditationAttestations)
    .innerJoin(people, eq(people.id, accreditationAttestations.attestedBy))
    .where(eq(accreditationAttestations.activityVersionId, versionId))
    .orderBy(desc(accreditationAttestations.attestedAt), desc(accreditationAttestations.id))
    .limit(1);
  return row ?? null;
}

/** The statement that a version carries. Throws where there is no such version. */
export async function selectStatementOfVersion(db: Executor, versionId: string) {
  const [row] = await db
    .select({
      id: accreditationStatements.id,
      mode: accreditationStatements.mode,
      publishedAt: activityVersions.publishedAt
    })
    .from(activityVersions)
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  if (!row) throw new Error(`There is no activity version ${versionId}.`);
  return row;
}

/** Puts these designations in the place of those that the draft has. */
export async function replaceOffers(
  tx: Executor,
  { versionId, offers }: { versionId: string; offers: { ruleId: string; quarterCredits: number }[] }
): Promise<void> {
  await tx.delete(activityCreditOffers).where(eq(activityCreditOffers.activityVersionId, versionId));
  if (offers.length === 0) return;
  await tx.insert(activityCreditOffers).values(
    offers.map(({ ruleId, quarterCredits }) => ({
      activityVersionId: versionId,
      creditRuleId: ruleId,
      maximumQuarterCredits: quarterCredits
    }))
  );
}

/** Gives a draft the statement under which its credit is offered. */
export async function updateStatement(tx: Executor, versionId: string, statementId: string): Promise<void> {
  await tx
    .update(activityVersions)
    .set({ accreditationStatementId: statementId })
    .where(eq(activityVersions.id, versionId));
}

type Attestation = {
  versionId: string;
  statement: { text: string; providerName: string };
  providerVersionId: string;
  wording: string;
  facts: AttestedFacts;
  actorId: string;
  now: Date;
};

/** Writes the accredited statement, puts it on the draft, and records who attested it; gives the attestation's id. */
export async function insertAttestation(tx: Executor, input: Attestation): Promise<string> {
  const { versionId, statement, now } = input;
  const [id, statementId] = [crypto.randomUUID(), crypto.randomUUID()];
  await tx.insert(accreditationStatements).values({
    id: statementId,
    mode: 'accredited',
    label: 'Accredited',
    statement: statement.text,
    providerName: statement.providerName,
    createdAt: now
  });
  await updateStatement(tx, versionId, statementId);
  await tx.insert(accreditationAttestations).values({
    id,
    activityVersionId: versionId,
    accreditationStatementId: statementId,
    providerVersionId: input.providerVersionId,
    wording: input.wording,
    facts: input.facts,
    attestedBy: input.actorId,
    attestedAt: now
  });
  return id;
}
