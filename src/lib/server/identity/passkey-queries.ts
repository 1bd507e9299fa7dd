import { and, asc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { people } from '../db/schema/identity.ts';
import { passkeyChallenges, passkeys } from '../db/schema/identity-factor.ts';

/** Writes a challenge, and removes those whose time is up. */
export async function insertChallenge(
  db: Executor,
  challenge: typeof passkeyChallenges.$inferInsert
): Promise<void> {
  await db.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, challenge.createdAt));
  await db.insert(passkeyChallenges).values(challenge);
}

type Challenge = { challengeHash: Uint8Array; purpose: string; personId: string | null; now: Date };

/** Uses up a challenge; false: unknown, over, used, or made for something or somebody else. */
export async function deleteChallenge(
  db: Executor,
  { challengeHash, purpose, personId, now }: Challenge
): Promise<boolean> {
  const table = passkeyChallenges;
  const rows = await db
    .delete(table)
    .where(
      and(
        eq(table.challengeHash, challengeHash),
        eq(table.purpose, purpose),
        personId === null ? isNull(table.personId) : eq(table.personId, personId),
        gt(table.expiresAt, now)
      )
    )
    .returning({ purpose: table.purpose });
  return rows.length > 0;
}

/** The passkeys of a person, oldest first. */
export function listPasskeyRows(db: Executor, personId: string) {
  const { id, name, createdAt, lastUsedAt, credentialId, transports } = passkeys;
  return db
    .select({ id, name, createdAt, lastUsedAt, credentialId, transports })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(createdAt), asc(id));
}

/** The passkey with this credential id; null: unknown, or the account is disabled. */
export async function selectOptionalPasskey(db: Executor, credentialId: Uint8Array) {
  const { id, personId, publicKey, counter } = passkeys;
  const [row] = await db
    .select({ id, personId, publicKey, counter })
    .from(passkeys)
    .innerJoin(people, and(eq(people.id, personId), isNull(people.disabledAt)))
    .where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

/** Writes a passkey; false: there is one with this credential id. */
export async function insertPasskey(tx: Executor, passkey: typeof passkeys.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning({ id: passkeys.id });
  return rows.length > 0;
}

/**
 * Notes a use. False where the counter did not go up (devices that do not count say 0 each time): the same signature
 * twice, or a copy of the device.
 */
export async function updatePasskeyUsed(
  tx: Executor,
  { id, counter, now }: { id: string; counter: number; now: Date }
): Promise<boolean> {
  const isLater = lt(passkeys.counter, counter);
  const counts = counter === 0 ? or(isLater, eq(passkeys.counter, 0)) : isLater;
  const rows = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), counts))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

type OwnPasskey = { id: string; personId: string };

const own = ({ id, personId }: OwnPasskey) => and(eq(passkeys.id, id), eq(passkeys.personId, personId));

/** Gives one's own passkey another name; false: there is none with this id. */
export async function updatePasskeyName(
  tx: Executor,
  { name, ...passkey }: OwnPasskey & { name: string }
): Promise<boolean> {
  const rows = await tx.update(passkeys).set({ name }).where(own(passkey)).returning({ id: passkeys.id });
  return rows.length > 0;
}

/** Removes one's own passkey; false: there is none with this id. */
export async function deletePasskey(tx: Executor, passkey: OwnPasskey): Promise<boolean> {
  const rows = await tx.delete(passkeys).where(own(passkey)).returning({ id: passkeys.id });
  return rows.length > 0;
}
