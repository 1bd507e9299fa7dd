import { and, gte, inArray, lt } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { knownPlaces } from '../db/schema/identity-mail.ts';

/** Those of the places that were signed in from since. */
export async function listKnownPlaces(
  db: Executor,
  { subjects, since }: { subjects: Uint8Array[]; since: Date }
): Promise<Uint8Array[]> {
  const rows = await db
    .select({ subject: knownPlaces.subject })
    .from(knownPlaces)
    .where(and(inArray(knownPlaces.subject, subjects), gte(knownPlaces.lastAt, since)));
  return rows.map(({ subject }) => subject);
}

/** Notes a sign-in in each of the places. */
export async function upsertKnownPlaces(
  tx: Executor,
  { subjects, now }: { subjects: Uint8Array[]; now: Date }
): Promise<void> {
  // In one order for everybody: two sign-ins at once must not wait for each other.
  const rows = subjects.toSorted((a, b) => Buffer.compare(a, b)).map((subject) => ({ subject, lastAt: now }));
  await tx
    .insert(knownPlaces)
    .values(rows)
    .onConflictDoUpdate({ target: knownPlaces.subject, set: { lastAt: now } });
}

/** Removes the places that nobody signed in from for too long. */
export async function deleteKnownPlacesBefore(tx: Executor, instant: Date): Promise<void> {
  const old = tx
    .select({ subject: knownPlaces.subject })
    .from(knownPlaces)
    .where(lt(knownPlaces.lastAt, instant))
    .for('update', { skipLocked: true });
  await tx.delete(knownPlaces).where(inArray(knownPlaces.subject, old));
}
