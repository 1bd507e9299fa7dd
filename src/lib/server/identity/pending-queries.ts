import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { people } from '../db/schema/identity.ts';
import { pendingSignIns } from '../db/schema/identity-factor.ts';

/** Writes a sign-in that awaits its second factor, and removes what is over. */
export async function insertPending(
  tx: Executor,
  pending: typeof pendingSignIns.$inferInsert
): Promise<void> {
  await tx.delete(pendingSignIns).where(lte(pendingSignIns.expiresAt, pending.createdAt));
  await tx.insert(pendingSignIns).values(pending);
}

type ByToken = { tokenHash: Uint8Array; now: Date };

const open = ({ tokenHash, now }: ByToken) =>
  and(eq(pendingSignIns.tokenHash, tokenHash), gt(pendingSignIns.expiresAt, now));

/** Whose sign-in it is; null: unknown, over, or the account is disabled. */
export async function selectOptionalPending(db: Executor, pending: ByToken): Promise<string | null> {
  const [row] = await db
    .select({ personId: pendingSignIns.personId })
    .from(pendingSignIns)
    .innerJoin(people, and(eq(people.id, pendingSignIns.personId), isNull(people.disabledAt)))
    .where(open(pending));
  return row?.personId ?? null;
}

/** Uses up a sign-in; null where it is over, or another request has just used it. Returns how it began. */
export async function deletePending(tx: Executor, pending: ByToken): Promise<string | null> {
  const [row] = await tx
    .delete(pendingSignIns)
    .where(open(pending))
    .returning({ method: pendingSignIns.method });
  return row?.method ?? null;
}

/** Ends all sign-ins of a person that await a second factor. */
export async function deletePendingOf(tx: Executor, personId: string): Promise<void> {
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId));
}
