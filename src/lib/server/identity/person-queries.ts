import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { people, personRoles, profiles } from '../db/schema/identity.ts';

/** What sign-in compares with, or null: no such address, or the account is disabled. Case does not matter. */
export async function selectOptionalSecret(
  db: Executor,
  email: string
): Promise<{ personId: string; passwordHash: string | null } | null> {
  const rows = await db
    .select({ personId: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, sql`lower(${email})`), isNull(people.disabledAt)));
  return rows[0] ?? null;
}

/** The hash of a person's password; null: they have none, or the account is disabled. */
export async function selectOptionalPasswordHash(db: Executor, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return row?.passwordHash ?? null;
}

/** Whether an account, be it disabled, has the address, without regard to case. */
export async function selectEmailTaken(db: Executor, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(sql`lower(${people.email})`, sql`lower(${email})`));
  return rows.length > 0;
}

/** Writes the person; false where the address is taken. */
export async function insertPerson(
  tx: Executor,
  person: {
    id: string;
    email: string;
    emailVerifiedAt: Date | null;
    passwordHash: string | null;
    createdAt: Date;
  }
): Promise<boolean> {
  const rows = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id });
  return rows.length > 0;
}

/** Writes the profile of a person who has none. */
export async function insertProfile(
  tx: Executor,
  profile: Profile & { personId: string; updatedAt: Date }
): Promise<void> {
  await tx.insert(profiles).values(profile);
}

/** Gives a role; false where the person holds it already. */
export async function insertRole(
  tx: Executor,
  grant: { personId: string; role: Role; grantedAt: Date }
): Promise<boolean> {
  const rows = await tx
    .insert(personRoles)
    .values(grant)
    .onConflictDoNothing()
    .returning({ role: personRoles.role });
  return rows.length > 0;
}

/** Takes a role; false where the person does not hold it. */
export async function deleteRole(tx: Executor, grant: { personId: string; role: Role }): Promise<boolean> {
  const rows = await tx
    .delete(personRoles)
    .where(and(eq(personRoles.personId, grant.personId), eq(personRoles.role, grant.role)))
    .returning({ role: personRoles.role });
  return rows.length > 0;
}

/**
 * Locks the admins' roles until the transaction ends, and returns whose they are; disabled accounts administer nothing.
 * Looks at the accounts after the lock, since somebody may have disabled one while this waited.
 */
export async function lockAdmins(tx: Executor): Promise<string[]> {
  const held = await tx
    .select({ personId: personRoles.personId })
    .from(personRoles)
    .where(eq(personRoles.role, 'admin'))
    .orderBy(personRoles.personId)
    .for('update');
  const ids = held.map(({ personId }) => personId);
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.disabledAt)));
  return rows.map(({ id }) => id);
}

/** Disables (`at`) or enables (null) an account; false: it is so already. */
export async function updateDisabled(
  tx: Executor,
  { personId, at }: { personId: string; at: Date | null }
): Promise<boolean> {
  const isOther = at === null ? isNotNull(people.disabledAt) : isNull(people.disabledAt);
  const rows = await tx
    .update(people)
    .set({ disabledAt: at })
    .where(and(eq(people.id, personId), isOther))
    .returning({ id: people.id });
  return rows.length > 0;
}

/** The id, if such a person exists and was not erased. */
export async function selectOptionalPerson(db: Executor, personId: string): Promise<string | null> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  return rows[0]?.id ?? null;
}

/** The id of the person with this address who holds one of the roles, or null; disabled accounts hold none. */
export async function selectOptionalHolder(
  db: Executor,
  { email, roles }: { email: string; roles: Role[] }
): Promise<string | null> {
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(
      and(
        eq(sql`lower(${people.email})`, sql`lower(${email})`),
        isNull(people.disabledAt),
        inArray(personRoles.role, roles)
      )
    )
    .limit(1);
  return found?.id ?? null;
}
