import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { isRole, type Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { people, personRoles, sessions } from '../db/schema/identity.ts';
import { authenticatorApps, passkeys, recoveryCodes } from '../db/schema/identity-factor.ts';

type OfPerson = { personId: string };

/** What a person has set up. */
export async function selectFactors(db: Executor, personId: string) {
  const [row] = await db
    .select({
      appSince: authenticatorApps.confirmedAt,
      passkeys: db.$count(passkeys, eq(passkeys.personId, personId)),
      recoveryCodes: db.$count(
        recoveryCodes,
        and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))
      )
    })
    .from(people)
    .leftJoin(authenticatorApps, eq(authenticatorApps.personId, people.id))
    .where(eq(people.id, personId));
  const appSince = row?.appSince ?? null;
  return {
    hasApp: appSince !== null,
    appSince,
    passkeys: row?.passkeys ?? 0,
    recoveryCodes: row?.recoveryCodes ?? 0
  };
}

/**
 * Holds back other changes of a person's factors until the transaction ends, so that of two that take one away at the
 * same time one sees the other. Returns the person's roles.
 */
export async function lockFactors(tx: Executor, personId: string): Promise<Role[]> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
  const rows = await tx
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId));
  return rows.map(({ role }) => role).filter(isRole);
}

/** The app that a person confirmed, or null. */
export async function selectOptionalApp(
  db: Executor,
  personId: string
): Promise<{ sealedSecret: Uint8Array; lastStep: number } | null> {
  const { sealedSecret, lastStep, confirmedAt } = authenticatorApps;
  const [row] = await db
    .select({ sealedSecret, lastStep })
    .from(authenticatorApps)
    .where(and(eq(authenticatorApps.personId, personId), isNotNull(confirmedAt)));
  return row ?? null;
}

/** Keeps the app of a person, in place of one that was there. */
export async function upsertApp(
  tx: Executor,
  { personId, now, ...app }: OfPerson & { sealedSecret: Uint8Array; lastStep: number; now: Date }
): Promise<void> {
  const kept = { ...app, createdAt: now, confirmedAt: now };
  await tx
    .insert(authenticatorApps)
    .values({ personId, ...kept })
    .onConflictDoUpdate({ target: authenticatorApps.personId, set: kept });
}

/** Takes the code of a step; false where it, or a later one, was taken already: of two at once one takes it. */
export async function updateLastStep(tx: Executor, { personId, step }: OfPerson & { step: number }) {
  const rows = await tx
    .update(authenticatorApps)
    .set({ lastStep: step })
    .where(and(eq(authenticatorApps.personId, personId), lt(authenticatorApps.lastStep, step)))
    .returning({ personId: authenticatorApps.personId });
  return rows.length > 0;
}

/** Removes the app; false where there is none. */
export async function deleteApp(tx: Executor, personId: string): Promise<boolean> {
  const rows = await tx
    .delete(authenticatorApps)
    .where(eq(authenticatorApps.personId, personId))
    .returning({ personId: authenticatorApps.personId });
  return rows.length > 0;
}

/** Writes recovery codes, by their hashes. */
export async function insertRecoveryCodes(
  tx: Executor,
  { personId, hashes, now }: OfPerson & { hashes: Uint8Array[]; now: Date }
): Promise<void> {
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash, createdAt: now })));
}

/** Takes a recovery code; false where it is none, or was taken. */
export async function updateRecoveryCodeUsed(
  tx: Executor,
  { personId, codeHash, now }: OfPerson & { codeHash: Uint8Array; now: Date }
): Promise<boolean> {
  const { personId: owner, codeHash: hash, usedAt } = recoveryCodes;
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(owner, personId), eq(hash, codeHash), isNull(usedAt)))
    .returning({ usedAt });
  return rows.length > 0;
}

/** Removes the recovery codes of a person. */
export async function deleteRecoveryCodes(tx: Executor, personId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
}

/** Removes all passkeys of a person; returns how many there were. */
export async function deletePasskeysOf(tx: Executor, personId: string): Promise<number> {
  const rows = await tx
    .delete(passkeys)
    .where(eq(passkeys.personId, personId))
    .returning({ id: passkeys.id });
  return rows.length;
}

/** What was shown in sessions counts no more: the person has no second factor left. */
export async function clearSecondFactorOf(tx: Executor, personId: string): Promise<void> {
  await tx.update(sessions).set({ secondFactorAt: null }).where(eq(sessions.personId, personId));
}
