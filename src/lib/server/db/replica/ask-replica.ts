import type { Sql } from 'postgres';
import { isDatabaseGone } from '../is-database-gone.ts';
import type { Seats } from '../wall/seats.ts';
import { holdsWrites } from './holds-writes.ts';

/** A replica that failed is left alone for so long, in milliseconds, lest every page waits for it. */
const REST = 10_000;

/** A statement that was ended so that the replica can go on following (serialization failure). */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '40001') || isConflict(error.cause);
}

/** What a replica found, in a box; null: it cannot be asked, or has not yet what was written. */
export type AskReplica = <Found>(
  ask: (connection: Sql) => PromiseLike<Found>,
  written: string | null
) => Promise<{ found: Found } | null>;

/** What counts of the two answers; throws where the connection was lost, so that it is not used again. */
function takeAnswer<Found>(
  holds: PromiseSettledResult<boolean>,
  found: PromiseSettledResult<Found>
): { found: Found } | null {
  for (const answer of [holds, found]) {
    if (answer.status === 'rejected' && isDatabaseGone(answer.reason)) throw answer.reason;
  }
  if (holds.status === 'rejected') throw holds.reason;
  if (!holds.value) return null;
  if (found.status === 'rejected') throw found.reason;
  return { found: found.value };
}

/**
 * Asks a replica and, on the same connection and in the same breath, whether it has what this session wrote: the next
 * connection may lead to another replica. Only then its answer counts.
 */
export function askReplicaOn(seats: Seats): AskReplica {
  let restsUntil = 0;
  return async (ask, written) => {
    if (performance.now() < restsUntil) return null;
    try {
      return await seats.hold(async (connection) => {
        const [holds, found] = await Promise.allSettled([holdsWrites(connection, written), ask(connection)]);
        return takeAnswer(holds, found);
      });
    } catch (error) {
      if (!isDatabaseGone(error) && !isConflict(error)) throw error;
      restsUntil = performance.now() + REST;
      return null;
    }
  };
}
