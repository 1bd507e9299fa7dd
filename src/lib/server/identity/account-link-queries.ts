import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { LinkPurpose } from '#lib/domain/identity/account-link.ts';
import type { Executor } from '../db/index.ts';
import { people } from '../db/schema/identity.ts';
import { accountLinks } from '../db/schema/identity-factor.ts';

/** Makes a person's unused links of these purposes useless. */
export async function deleteOpenLinks(
  tx: Executor,
  { personId, purposes }: { personId: string; purposes: LinkPurpose[] }
): Promise<void> {
  const { personId: owner, purpose, usedAt } = accountLinks;
  await tx.delete(accountLinks).where(and(eq(owner, personId), isNull(usedAt), inArray(purpose, purposes)));
}

/**
 * Writes a link; its token only as SHA-256. Where no enabled account has the id, the same statement writes nothing: an
 * unknown address must not be told from a known one by the work that it makes.
 */
export async function insertLink(
  tx: Executor,
  link: Omit<typeof accountLinks.$inferInsert, 'usedAt' | 'purpose'> & { purpose: LinkPurpose }
): Promise<void> {
  const hash = Buffer.from(link.tokenHash).toString('hex');
  const [from, to] = [link.createdAt.toISOString(), link.expiresAt.toISOString()];
  await tx.execute(sql`insert into account_links (token_hash, purpose, person_id, email, created_at, expires_at)
    select decode(${hash}, 'hex'), ${link.purpose}, p.id, ${link.email}, ${from}::timestamptz, ${to}::timestamptz
    from people p where p.id = ${link.personId} and p.disabled_at is null`);
}

type Sought = { tokenHash: Uint8Array; now: Date };

const usable = ({ tokenHash, now }: Sought) =>
  and(eq(accountLinks.tokenHash, tokenHash), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, now));

/** A link that exists, is unused and in time, with the account that it is of, or null; a disabled account has none. */
export async function selectOptionalLink(db: Executor, sought: Sought) {
  const [row] = await db
    .select({
      purpose: accountLinks.purpose,
      personId: accountLinks.personId,
      email: accountLinks.email,
      currentEmail: people.email
    })
    .from(accountLinks)
    .innerJoin(people, and(eq(people.id, accountLinks.personId), isNull(people.disabledAt)))
    .where(usable(sought));
  return row ?? null;
}

/** Marks a link as used; false: it was not usable, or another request has just used it. */
export async function updateLinkUsed(tx: Executor, sought: Sought): Promise<boolean> {
  const rows = await tx
    .update(accountLinks)
    .set({ usedAt: sought.now })
    .where(usable(sought))
    .returning({ usedAt: accountLinks.usedAt });
  return rows.length > 0;
}
