import type {
  FrozenAccreditation,
  FrozenActivity,
  FrozenDisclosure
} from '#lib/domain/report/evidence/frozen-activity.ts';
import { listOffers } from '../activity/credit-offer-queries.ts';
import type { Executor } from '../db/index.ts';
import { listDisclosures, listRelationships, listVersionObjectives } from '../interchange/export-queries.ts';
import { listAttestations, listFrozenReferences, selectFrozenVersion } from './evidence-activity-queries.ts';

async function readDisclosures(db: Executor, versionId: string): Promise<FrozenDisclosure[]> {
  const relationships = await listRelationships(db, versionId);
  return (await listDisclosures(db, versionId)).map(({ position, ...disclosure }) => ({
    ...disclosure,
    financialRelationships: relationships
      .filter(({ disclosurePosition }) => disclosurePosition === position)
      .map(({ relationship }) => relationship)
  }));
}

type Which = { versionId: string; statement: FrozenAccreditation['statement']; until: Date };

async function readAccreditation(
  db: Executor,
  { versionId, statement, until }: Which
): Promise<FrozenAccreditation> {
  const attestations = await listAttestations(db, { versionId, statementId: statement.id, until });
  const offers = await listOffers(db, versionId);
  return {
    statement,
    attestations: attestations.map(({ attestation, provider }) => ({
      ...attestation,
      attestedAt: attestation.attestedAt.toISOString(),
      provider
    })),
    offers: offers.map(({ rule, designatedQuarterCredits }) => ({
      rule,
      maximumQuarterCredits: designatedQuarterCredits
    }))
  };
}

/** A version as it was published, with all that it stated; of attestations those until `until`. */
export async function readFrozenActivity(
  db: Executor,
  { versionId, until }: { versionId: string; until: Date }
): Promise<{
  activity: FrozenActivity;
  accreditation: FrozenAccreditation;
  disclosures: FrozenDisclosure[];
  lessonId: string;
}> {
  const { activity, lessonId, statement } = await selectFrozenVersion(db, versionId);
  const objectives = await listVersionObjectives(db, versionId);
  const references = await listFrozenReferences(db, versionId);
  return {
    lessonId,
    activity: {
      ...activity,
      publishedAt: activity.publishedAt?.toISOString() ?? null,
      objectives: objectives.map(({ code, wording }) => ({ code, wording })),
      references: references.map((row) => ({ ...row, authorsTruncated: row.authorsTruncated ?? false }))
    },
    accreditation: await readAccreditation(db, { versionId, statement, until }),
    disclosures: await readDisclosures(db, versionId)
  };
}
