import { and, asc, eq, lte } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accreditationStatements, providerVersions } from '../db/schema/accreditation.ts';
import { accreditationAttestations } from '../db/schema/activity-accreditation.ts';
import { activities, activityVersionReferences, activityVersions } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

const versionColumns = {
  activityId: activityVersions.activityId,
  versionId: activityVersions.id,
  slug: activities.slug,
  version: activityVersions.version,
  title: activityVersions.title,
  summary: activityVersions.summary,
  audience: activityVersions.audience,
  audienceNote: activityVersions.audienceNote,
  format: activityVersions.format,
  estimatedMinutes: activityVersions.estimatedMinutes,
  releaseDate: activityVersions.releaseDate,
  reviewDate: activityVersions.reviewDate,
  expiryDate: activityVersions.expiryDate,
  publishedAt: activityVersions.publishedAt,
  maximumQuarterCredits: activityVersions.maximumQuarterCredits,
  disclosureStatement: activityVersions.disclosureStatement,
  supportStatement: activityVersions.supportStatement,
  medicalDisclaimer: activityVersions.medicalDisclaimer,
  practiceGap: activityVersions.practiceGap,
  offLabelUse: activityVersions.offLabelUse,
  contact: activityVersions.contact,
  fee: activityVersions.fee,
  timeLimitMinutes: activityVersions.timeLimitMinutes,
  authors: activityVersions.authors,
  reviewers: activityVersions.reviewers
};

const statementColumns = {
  id: accreditationStatements.id,
  mode: accreditationStatements.mode,
  label: accreditationStatements.label,
  statement: accreditationStatements.statement,
  providerName: accreditationStatements.providerName
};

/** A version as it was published, with its lesson and statement. Throws where there is none. */
export async function selectFrozenVersion(db: Executor, versionId: string) {
  const [found] = await db
    .select({ activity: versionColumns, lessonId: activityVersions.lessonId, statement: statementColumns })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  if (!found) throw new Error(`There is no activity version ${versionId}.`);
  return found;
}

/** The reference list of a version as it was published. */
export function listFrozenReferences(db: Executor, versionId: string) {
  const { number, csl, authorsTruncated, referenceId, activityVersionId } = activityVersionReferences;
  return db
    .select({ citationKey: references.citationKey, number, csl, authorsTruncated })
    .from(activityVersionReferences)
    .innerJoin(references, eq(references.id, referenceId))
    .where(eq(activityVersionId, versionId))
    .orderBy(asc(number));
}

/** What admins attested of a statement for a version until an instant, with the provider as it was stated then. */
export function listAttestations(
  db: Executor,
  which: { versionId: string; statementId: string; until: Date }
) {
  const { id, wording, facts, attestedAt, attestedBy } = accreditationAttestations;
  const { name, accreditor, accreditorId, mode, jointProviders, address } = providerVersions;
  return db
    .select({
      attestation: { id, wording, facts, attestedAt, attestedBy },
      provider: { name, accreditor, accreditorId, mode, jointProviders, address }
    })
    .from(accreditationAttestations)
    .innerJoin(providerVersions, eq(providerVersions.id, accreditationAttestations.providerVersionId))
    .where(
      and(
        eq(accreditationAttestations.activityVersionId, which.versionId),
        eq(accreditationAttestations.accreditationStatementId, which.statementId),
        lte(attestedAt, which.until)
      )
    )
    .orderBy(asc(attestedAt), asc(id));
}
