import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { verificationGrants } from '../db/schema/certificate.ts';
import { profiles } from '../db/schema/identity.ts';

/** Keeps a link for a regulator; its token only as SHA-256. */
export async function insertGrant(
  tx: Executor,
  grant: typeof verificationGrants.$inferInsert
): Promise<void> {
  await tx.insert(verificationGrants).values(grant);
}

/** Until when a token lets its reader see a hidden document; null: it does not. */
export async function selectOptionalGrant(
  db: Executor,
  { certificateId, tokenHash, now }: { certificateId: string; tokenHash: Uint8Array; now: Date }
): Promise<{ expiresAt: Date } | null> {
  const [grant] = await db
    .select({ expiresAt: verificationGrants.expiresAt })
    .from(verificationGrants)
    .where(
      and(
        eq(verificationGrants.tokenHash, tokenHash),
        eq(verificationGrants.certificateId, certificateId),
        gt(verificationGrants.expiresAt, now)
      )
    );
  return grant ?? null;
}

/** The links that were made for a document, the latest first. */
export function listGrants(db: Executor, certificateId: string) {
  const { purpose, grantedAt, expiresAt } = verificationGrants;
  const by = sql<string | null>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})`;
  return db
    .select({ purpose, grantedAt, expiresAt, by })
    .from(verificationGrants)
    .leftJoin(profiles, eq(profiles.personId, verificationGrants.grantedBy))
    .where(eq(verificationGrants.certificateId, certificateId))
    .orderBy(desc(grantedAt));
}
