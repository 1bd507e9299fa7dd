import { and, desc, eq } from 'drizzle-orm';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { CertificateFacts } from '#lib/domain/certificate/certificate-text.ts';
import type { LearnerAndVersion } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { credits } from '../db/schema/credit.ts';
import { profiles } from '../db/schema/identity.ts';
import { documentStands } from './standing-queries.ts';

/** Whose name is printed, and of whom credit depends on profession and country. */
export type Holder = CertificateFacts['holder'] & { profession: string };

/** The holder of the certificates to come, or null where the person has no profile. */
export async function selectOptionalHolder(db: Executor, personId: string): Promise<Holder | null> {
  const rows = await db
    .select({
      givenName: profiles.givenName,
      familyName: profiles.familyName,
      credentials: profiles.credentials,
      profession: profiles.profession,
      country: profiles.country
    })
    .from(profiles)
    .where(eq(profiles.personId, personId));
  return rows[0] ?? null;
}

/** What a certificate says of an activity version and its accreditation. Throws where there is no such version. */
export async function selectActivityOnCertificate(
  db: Executor,
  activityVersionId: string
): Promise<Pick<CertificateFacts, 'activity' | 'accreditation'>> {
  const [row] = await db
    .select({
      activity: {
        slug: activities.slug,
        version: activityVersions.version,
        title: activityVersions.title,
        format: activityVersions.format
      },
      accreditation: {
        provider: accreditationStatements.providerName,
        statement: accreditationStatements.statement
      }
    })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, activityVersionId));
  if (!row) throw new Error(`There is no activity version ${activityVersionId}.`);
  return row;
}

/** An issued document with its code. */
export type Certificate = { id: string; code: string; document: CertificateDocument; issuedAt: Date };

const columns = {
  id: certificates.id,
  code: certificates.code,
  document: certificates.document,
  issuedAt: certificates.issuedAt
};

/** The certificate of a person's credit for an activity version as it stands, or null. */
export async function selectOptionalCertificateOfVersion(
  db: Executor,
  { personId, activityVersionId }: LearnerAndVersion
): Promise<{ certificateId: string; quarterCredits: number } | null> {
  const rows = await db
    .select({ certificateId: certificates.id, quarterCredits: credits.quarterCredits })
    .from(credits)
    .innerJoin(certificates, eq(certificates.creditId, credits.id))
    .where(
      and(eq(credits.personId, personId), eq(credits.activityVersionId, activityVersionId), documentStands)
    );
  return rows[0] ?? null;
}

/** The certificates of a person that nothing supersedes, the latest first; `revokedAt` is null while one holds. */
export async function listCertificates(
  db: Executor,
  personId: string
): Promise<(Certificate & { revokedAt: Date | null })[]> {
  return db
    .select({ ...columns, revokedAt: certificateRevocations.revokedAt })
    .from(certificates)
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .where(and(eq(certificates.personId, personId), documentStands))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id));
}

/** Keeps an issued document; the database takes one for each credit. */
export async function insertCertificate(
  tx: Executor,
  certificate: Certificate & { creditId: string; personId: string }
): Promise<void> {
  await tx.insert(certificates).values(certificate);
}
