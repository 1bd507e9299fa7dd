import { and, eq, gt, lt } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { institutionSignIns } from '../db/schema/identity-factor.ts';
import { institutionNewcomers } from '../db/schema/identity-institution.ts';

/** A sign-in that is on its way. */
export type SignInOnItsWay = NonNullable<Awaited<ReturnType<typeof deleteSignIn>>>;

/** Remembers a sign-in that sets out; its state only as SHA-256. */
export async function insertSignIn(tx: Executor, row: typeof institutionSignIns.$inferInsert): Promise<void> {
  await tx.insert(institutionSignIns).values(row);
}

/** Takes a sign-in, so that it is used once: null where there is none, or its time is over. */
export async function deleteSignIn(db: Executor, { stateHash, now }: { stateHash: Uint8Array; now: Date }) {
  const [row] = await db
    .delete(institutionSignIns)
    .where(and(eq(institutionSignIns.stateHash, stateHash), gt(institutionSignIns.expiresAt, now)))
    .returning({
      institutionId: institutionSignIns.institutionId,
      nonce: institutionSignIns.nonce,
      codeVerifier: institutionSignIns.codeVerifier,
      returnTo: institutionSignIns.returnTo,
      personId: institutionSignIns.personId
    });
  return row ?? null;
}

/** Removes what nobody came back for in time. */
export async function deleteExpiredJourneys(tx: Executor, now: Date): Promise<void> {
  await tx.delete(institutionSignIns).where(lt(institutionSignIns.expiresAt, now));
  await tx.delete(institutionNewcomers).where(lt(institutionNewcomers.expiresAt, now));
}

/** Remembers somebody who is new; the token only as SHA-256. */
export async function insertNewcomer(
  tx: Executor,
  row: typeof institutionNewcomers.$inferInsert
): Promise<void> {
  await tx.insert(institutionNewcomers).values(row);
}

const NEWCOMER = {
  institutionId: institutionNewcomers.institutionId,
  subject: institutionNewcomers.subject,
  email: institutionNewcomers.email,
  givenName: institutionNewcomers.givenName,
  familyName: institutionNewcomers.familyName,
  roles: institutionNewcomers.roles,
  usedSecondFactor: institutionNewcomers.usedSecondFactor,
  returnTo: institutionNewcomers.returnTo
};

type InTime = { tokenHash: Uint8Array; now: Date };

const inTime = ({ tokenHash, now }: InTime) =>
  and(eq(institutionNewcomers.tokenHash, tokenHash), gt(institutionNewcomers.expiresAt, now));

/** What an institution said of somebody who is new; null: no such token, or its time is over. */
export async function selectOptionalNewcomer(db: Executor, input: InTime) {
  const [row] = await db.select(NEWCOMER).from(institutionNewcomers).where(inTime(input));
  return row ?? null;
}

/** The same, locked: of two requests one makes the account. */
export async function lockOptionalNewcomer(tx: Executor, input: InTime) {
  const [row] = await tx.select(NEWCOMER).from(institutionNewcomers).where(inTime(input)).for('update');
  return row ?? null;
}

/** Forgets it: it was used. */
export async function deleteNewcomer(tx: Executor, tokenHash: Uint8Array): Promise<void> {
  await tx.delete(institutionNewcomers).where(eq(institutionNewcomers.tokenHash, tokenHash));
}
