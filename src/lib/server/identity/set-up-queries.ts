import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { personRoles, setUpLinks } from '../db/schema/identity.ts';

/** Whether anyone holds the admin role. */
export async function selectAdminExists(db: Executor): Promise<boolean> {
  const rows = await db
    .select({ personId: personRoles.personId })
    .from(personRoles)
    .where(eq(personRoles.role, 'admin'))
    .limit(1);
  return rows.length > 0;
}

/** Writes a link; its token only as SHA-256. */
export async function insertSetUpLink(db: Executor, link: typeof setUpLinks.$inferInsert): Promise<void> {
  await db.insert(setUpLinks).values(link);
}

/** Removes links that nobody used in time. */
export async function deleteExpiredSetUpLinks(db: Executor, now: Date): Promise<void> {
  await db.delete(setUpLinks).where(and(isNull(setUpLinks.usedAt), lt(setUpLinks.expiresAt, now)));
}

const usable = (input: { tokenHash: Uint8Array; now: Date }) =>
  and(
    eq(setUpLinks.tokenHash, input.tokenHash),
    isNull(setUpLinks.usedAt),
    gt(setUpLinks.expiresAt, input.now)
  );

/** Whether the link exists, is unused and in time. */
export async function selectSetUpLinkUsable(
  db: Executor,
  input: { tokenHash: Uint8Array; now: Date }
): Promise<boolean> {
  const rows = await db.select({ expiresAt: setUpLinks.expiresAt }).from(setUpLinks).where(usable(input));
  return rows.length > 0;
}

/** Marks the link as used; false where it was not usable, or another request has just used it. */
export async function updateSetUpLinkUsed(
  tx: Executor,
  input: { tokenHash: Uint8Array; now: Date }
): Promise<boolean> {
  const rows = await tx
    .update(setUpLinks)
    .set({ usedAt: input.now })
    .where(usable(input))
    .returning({ usedAt: setUpLinks.usedAt });
  return rows.length > 0;
}
