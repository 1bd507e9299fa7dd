import type { Sql } from 'postgres';

/**
 * Whether a replica has all that was written up to a place of the log; null: nothing was, and any replica will do. A server
 * that is no replica (any more) says no.
 */
export async function holdsWrites(connection: Sql, written: string | null): Promise<boolean> {
  const [row] = await connection.unsafe<{ holds: boolean | null }[]>(
    'select $1::pg_lsn is null or pg_last_wal_replay_lsn() >= $1::pg_lsn as holds',
    [written]
  );
  return row?.holds === true;
}
