import { and, asc, eq, inArray, sql, type AnyColumn } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { LaterEvents } from '#lib/domain/certificate/certificate-state.ts';
import type { Executor } from '../db/index.ts';
import { certificateRevocations, certificates, hiddenCertificates } from '../db/schema/certificate.ts';
import { credits } from '../db/schema/credit.ts';
import { auditEvents, profiles } from '../db/schema/identity.ts';

const successors = alias(certificates, 'successors');

/** An issued document, the credit behind it, and what came later. */
export type IssuedDocument = LaterEvents & {
  id: string;
  code: string;
  document: CertificateDocument;
  issuedAt: Date;
  personId: string;
  creditId: string;
  completionId: string;
  maximumQuarterCredits: number;
  isHidden: boolean;
};

const columns = {
  id: certificates.id,
  code: certificates.code,
  document: certificates.document,
  issuedAt: certificates.issuedAt,
  personId: certificates.personId,
  creditId: certificates.creditId,
  completionId: credits.completionId,
  maximumQuarterCredits: credits.maximumQuarterCredits,
  successor: { id: successors.id, issuedAt: successors.issuedAt },
  revokedAt: certificateRevocations.revokedAt,
  isHidden: sql<boolean>`${hiddenCertificates.certificateId} is not null`
};

/** Documents with all that tells their state. */
function documents(db: Executor) {
  return db
    .select(columns)
    .from(certificates)
    .innerJoin(credits, eq(credits.id, certificates.creditId))
    .leftJoin(successors, eq(successors.supersedesId, certificates.id))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .leftJoin(hiddenCertificates, eq(hiddenCertificates.certificateId, certificates.id));
}

/** The document with this id, or null. */
export async function selectOptionalDocument(db: Executor, id: string): Promise<IssuedDocument | null> {
  const [found] = await documents(db).where(eq(certificates.id, id));
  return found ?? null;
}

/** The document with this verification code, or null. */
export async function selectOptionalDocumentByCode(
  db: Executor,
  code: string
): Promise<IssuedDocument | null> {
  const [found] = await documents(db).where(eq(certificates.code, code));
  return found ?? null;
}

const nameOf = (person: { givenName: AnyColumn; familyName: AnyColumn }) =>
  sql<string | null>`btrim(${person.givenName} || ' ' || ${person.familyName})`;
const issuers = alias(profiles, 'issuers');
const revokers = alias(profiles, 'revokers');
const issuance = and(
  eq(auditEvents.subjectKind, 'certificate'),
  sql`${auditEvents.subjectId} = ${certificates.id}::text`,
  inArray(auditEvents.action, ['certificate.issue', 'certificate.correct'])
);

/** Every document of a completion, the first one first, with who issued, corrected or revoked it and why. */
export function listDocumentHistory(db: Executor, completionId: string) {
  return db
    .select({
      id: certificates.id,
      code: certificates.code,
      document: certificates.document,
      issuedAt: certificates.issuedAt,
      issuedBy: nameOf(issuers),
      correctionReason: certificates.reason,
      revokedAt: certificateRevocations.revokedAt,
      revokedBy: nameOf(revokers),
      revocationReason: certificateRevocations.reason
    })
    .from(certificates)
    .innerJoin(credits, eq(credits.id, certificates.creditId))
    .leftJoin(auditEvents, issuance)
    .leftJoin(issuers, eq(issuers.personId, auditEvents.actorId))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .leftJoin(revokers, eq(revokers.personId, certificateRevocations.revokedBy))
    .where(eq(credits.completionId, completionId))
    .orderBy(asc(certificates.issuedAt), asc(certificates.id));
}
