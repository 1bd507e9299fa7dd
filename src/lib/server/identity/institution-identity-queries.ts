import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { institutionIdentities, institutions, passkeys } from '../db/schema/identity-factor.ts';
import { people } from '../db/schema/identity.ts';

/** Somebody at an institution: by the subject, which is all that never changes there. */
export type IdentityKey = { institutionId: string; subject: string };

const is = ({ institutionId, subject }: IdentityKey) =>
  and(eq(institutionIdentities.institutionId, institutionId), eq(institutionIdentities.subject, subject));

/** Whose account it is, or null: nobody's yet. */
export async function selectOptionalIdentity(
  db: Executor,
  key: IdentityKey
): Promise<{ personId: string; isDisabled: boolean } | null> {
  const [row] = await db
    .select({ personId: people.id, disabledAt: people.disabledAt })
    .from(institutionIdentities)
    .innerJoin(people, eq(people.id, institutionIdentities.personId))
    .where(is(key));
  return row ? { personId: row.personId, isDisabled: row.disabledAt !== null } : null;
}

/** Connects an account; false where the identity belongs to one already. */
export async function insertIdentity(
  tx: Executor,
  row: typeof institutionIdentities.$inferInsert
): Promise<boolean> {
  const rows = await tx
    .insert(institutionIdentities)
    .values(row)
    .onConflictDoNothing()
    .returning({ subject: institutionIdentities.subject });
  return rows.length > 0;
}

/** Notes that it was signed in with. */
export async function updateIdentityUsed(tx: Executor, { now, ...key }: IdentityKey & { now: Date }) {
  await tx.update(institutionIdentities).set({ lastUsedAt: now }).where(is(key));
}

/** A person's connections by the institution's name; several at one are possible. */
export function listIdentitiesOf(db: Executor, personId: string) {
  return db
    .select({
      institutionId: institutions.id,
      name: institutions.name,
      isOff: institutions.disabledAt,
      createdAt: institutionIdentities.createdAt,
      lastUsedAt: institutionIdentities.lastUsedAt
    })
    .from(institutionIdentities)
    .innerJoin(institutions, eq(institutions.id, institutionIdentities.institutionId))
    .where(eq(institutionIdentities.personId, personId))
    .orderBy(asc(institutions.name), asc(institutionIdentities.createdAt));
}

/** Takes a person's connections to one institution; false: there were none. */
export async function deleteIdentities(
  tx: Executor,
  { personId, institutionId }: { personId: string; institutionId: string }
): Promise<boolean> {
  const { personId: person, institutionId: institution } = institutionIdentities;
  const rows = await tx
    .delete(institutionIdentities)
    .where(and(eq(person, personId), eq(institution, institutionId)))
    .returning({ subject: institutionIdentities.subject });
  return rows.length > 0;
}

/** The person, locked, so that two ways of signing in cannot be taken at once; whether a password is one of them. */
export async function lockHasPassword(tx: Executor, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId))
    .for('update');
  return (row?.passwordHash ?? null) !== null;
}

/** Whether the person has a passkey. */
export async function selectHasPasskey(db: Executor, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .limit(1);
  return rows.length > 0;
}

/** Whether the person can sign in at another institution. */
export async function selectHasOpenIdentity(
  db: Executor,
  { personId, except }: { personId: string; except: string }
): Promise<boolean> {
  const rows = await db
    .select({ id: institutions.id })
    .from(institutionIdentities)
    .innerJoin(institutions, eq(institutions.id, institutionIdentities.institutionId))
    .where(and(eq(institutionIdentities.personId, personId), isNull(institutions.disabledAt)));
  return rows.some(({ id }) => id !== except);
}
