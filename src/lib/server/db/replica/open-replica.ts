import type { Sql } from 'postgres';
import { connectToCopy, copyOn } from '../copy-rows.ts';
import type { Executor } from '../index.ts';
import type { StreamRows } from '../row-stream.ts';
import { openSeats } from '../wall/seats.ts';
import { askReplicaOn } from './ask-replica.ts';
import { holdsWrites } from './holds-writes.ts';
import { replicaExecutor } from './replica-executor.ts';

/** What reports are read by: pages by `db`, files by `streamRows`. */
export type ReportReader = { db: Executor; streamRows: StreamRows };

/** Replicas of the database, for reports. */
export type Replica = {
  /** How far the log of the primary is: what was written by now, a replica has once it is there too. */
  place: () => Promise<string>;
  /** For a session that has written up to a place of the log; null: it has written nothing. */
  readerFor: (written: string | null) => ReportReader;
  close: () => Promise<void>;
};

type Primary = { client: Sql; streamRows: StreamRows };

/** Few people read reports at once; and a replica that does not answer soon is not waited for, in seconds. */
const CONNECTIONS = 4;
const PATIENCE = '2';

function impatient(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has('connect_timeout')) address.searchParams.set('connect_timeout', PATIENCE);
  return address.href;
}

/**
 * A file from a replica, on one connection, or from the primary where no replica has what was written. Once it has begun
 * there is no other way: where the replica has to end it, the file breaks for its reader too.
 */
function streamFrom(url: string, { streamRows }: Primary, written: string | null): StreamRows {
  return async function* streamFromReplica(rows) {
    const client = connectToCopy(url);
    try {
      if (await holdsWrites(client, written).catch(() => false)) return yield* copyOn(client, rows);
    } finally {
      await client.end({ timeout: 0 });
    }
    yield* streamRows(rows);
  };
}

async function placeOf({ client }: Primary): Promise<string> {
  const [row] = await client<{ place: string }[]>`select pg_current_wal_insert_lsn()::text as place`;
  if (row === undefined) throw new Error('The database does not say how far its log is.');
  return row.place;
}

/** Opens the address of one replica, or of several behind a balancer. None of them needs to be there. */
export function openReplica(address: string, primary: Primary): Replica {
  const url = impatient(address);
  const seats = openSeats(url, CONNECTIONS, 'replica');
  const sides = { askReplica: askReplicaOn(seats), primary: primary.client, pattern: seats.pattern };
  return {
    place: () => placeOf(primary),
    readerFor: (written) => ({
      db: replicaExecutor(sides, written),
      streamRows: streamFrom(url, primary, written)
    }),
    close: seats.close
  };
}
