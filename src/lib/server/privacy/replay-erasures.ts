import type { Executor } from '../db/index.ts';
import { eraseWaiting } from './erase-person.ts';
import { listErased, listNotErased } from './erasure-queries.ts';
import { requestErasure } from './request-erasure.ts';

/** The ids of all who were erased or asked for it, to be kept where a restore of the database does not reach. */
export function listErasedPeople(db: Executor): Promise<string[]> {
  return listErased(db);
}

/**
 * After a restore: erases again who was erased before, and whoever waits. Who is erased already or does not exist is passed
 * over; `refused` are those who are the only admin of the restored state. Returns how many were erased.
 */
export async function replayErasures(
  db: Executor,
  { ids, secret, now }: { ids: string[]; secret: string | null; now: Date }
): Promise<{ erased: number; refused: string[] }> {
  const refused: string[] = [];
  for (const personId of await listNotErased(db, ids)) {
    const asked = await requestErasure(db, { personId, actorId: null, ground: null, now });
    if (!asked.ok) refused.push(personId);
  }
  return { erased: await eraseWaiting(db, { secret, now }), refused };
}
