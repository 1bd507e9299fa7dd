import { and, asc, desc, eq, isNotNull, min, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { badges, certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { credits } from '../db/schema/credit.ts';
import { people } from '../db/schema/identity.ts';

/** The e-mail address of a person. Throws where there is no such person. */
export async function selectEmail(db: Executor, personId: string): Promise<string> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person) throw new Error(`There is no person ${personId}.`);
  return person.email;
}

/** When the holder of a certificate began the first attempt at its activity; null where there is none. */
export async function selectActivityStart(db: Executor, certificateId: string): Promise<Date | null> {
  const rows = await db
    .select({ startedAt: min(attempts.startedAt) })
    .from(certificates)
    .innerJoin(credits, eq(credits.id, certificates.creditId))
    .innerJoin(assessments, eq(assessments.activityVersionId, credits.activityVersionId))
    .innerJoin(
      attempts,
      and(eq(attempts.assessmentId, assessments.id), eq(attempts.personId, credits.personId))
    )
    .where(eq(certificates.id, certificateId));
  return rows[0]?.startedAt ?? null;
}

/** A badge as it was signed. */
export type Badge = { id: string; certificateId: string; jwt: string };

/** The badge of a certificate, or null where none was issued. */
export async function selectOptionalBadge(db: Executor, certificateId: string): Promise<Badge | null> {
  const rows = await db
    .select({ id: badges.id, certificateId: badges.certificateId, jwt: badges.jwt })
    .from(badges)
    .where(eq(badges.certificateId, certificateId));
  return rows[0] ?? null;
}

/** Keeps a signed badge; the database takes one for each certificate. */
export async function insertBadge(
  tx: Executor,
  badge: Badge & { kid: string; achievementId: string; issuerId: string; issuedAt: Date }
): Promise<void> {
  await tx.insert(badges).values(badge);
}

/** The first badge of an achievement with its certificate's document: what it says of the achievement, all others say. */
export async function selectOptionalBadgeOfAchievement(
  db: Executor,
  achievementId: string
): Promise<{ jwt: string; document: CertificateDocument } | null> {
  const rows = await db
    .select({ jwt: badges.jwt, document: certificates.document })
    .from(badges)
    .innerJoin(certificates, eq(certificates.id, badges.certificateId))
    .where(eq(badges.achievementId, achievementId))
    .orderBy(asc(badges.issuedAt), asc(badges.id))
    .limit(1);
  return rows[0] ?? null;
}

/** The latest badge of an issuer, or null. */
export async function selectOptionalBadgeOfIssuer(
  db: Executor,
  issuerId: string
): Promise<{ jwt: string } | null> {
  const rows = await db
    .select({ jwt: badges.jwt })
    .from(badges)
    .where(eq(badges.issuerId, issuerId))
    .orderBy(desc(badges.issuedAt), desc(badges.id))
    .limit(1);
  return rows[0] ?? null;
}

const successors = alias(certificates, 'successors');

/** Badges of an issuer that do not hold any more, with why, in the order in which they were issued. */
export async function listRevokedBadges(
  db: Executor,
  issuerId: string
): Promise<{ id: string; why: 'revoked' | 'superseded' }[]> {
  const rows = await db
    .select({ id: badges.id, revokedAt: certificateRevocations.revokedAt })
    .from(badges)
    .leftJoin(successors, eq(successors.supersedesId, badges.certificateId))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, badges.certificateId))
    .where(
      and(
        eq(badges.issuerId, issuerId),
        or(isNotNull(successors.id), isNotNull(certificateRevocations.revokedAt))
      )
    )
    .orderBy(asc(badges.issuedAt), asc(badges.id));
  return rows.map(({ id, revokedAt }) => ({ id, why: revokedAt === null ? 'superseded' : 'revoked' }));
}

/** The badge with this id, or null. */
export async function selectOptionalBadgeById(db: Executor, id: string): Promise<Badge | null> {
  const rows = await db
    .select({ id: badges.id, certificateId: badges.certificateId, jwt: badges.jwt })
    .from(badges)
    .where(eq(badges.id, id));
  return rows[0] ?? null;
}
