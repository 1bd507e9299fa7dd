import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { people } from '../db/schema/identity.ts';
import { pendingSignIns } from '../db/schema/identity-factor.ts';

/** Who has an enabled account with this address, and how the account writes it, or null. Case does not matter. */
export async function selectOptionalAccount(
  db: Executor,
  email: string
): Promise<{ personId: string; email: string } | null> {
  const [row] = await db
    .select({ personId: people.id, email: people.email })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, sql`lower(${email})`), isNull(people.disabledAt)));
  return row ?? null;
}

/** Whether any account, a disabled one too, has this address. */
export async function selectEmailTaken(db: Executor, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql`lower(${email})`));
  return rows.length > 0;
}

/** How a person signs in: whether the address is proven, and whether there is a password. */
export async function selectAccountState(
  db: Executor,
  personId: string
): Promise<{ isEmailVerified: boolean; hasPassword: boolean }> {
  const [row] = await db
    .select({ verifiedAt: people.emailVerifiedAt, passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId));
  if (!row) throw new Error(`There is no person ${personId}`);
  return { isEmailVerified: row.verifiedAt !== null, hasPassword: row.passwordHash !== null };
}

/** Replaces the password. */
export async function updatePassword(
  tx: Executor,
  { personId, passwordHash }: { personId: string; passwordHash: string }
): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

/** Takes the address of the account as proven. */
export async function updateEmailVerified(
  tx: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<void> {
  await tx.update(people).set({ emailVerifiedAt: now }).where(eq(people.id, personId));
}

/** Replaces the address; throws a unique violation where another account has it. */
export async function updateEmail(
  tx: Executor,
  { personId, email }: { personId: string; email: string }
): Promise<void> {
  await tx.update(people).set({ email }).where(eq(people.id, personId));
}

/** Ends what is half a sign-in: the second factor of somebody whose first one does not count any more. */
export async function deletePendingSignIns(tx: Executor, personId: string): Promise<void> {
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId));
}
