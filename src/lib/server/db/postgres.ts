import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { copyRowsFrom } from './copy-rows.ts';
import type { Database } from './index.ts';
import { openPostgresTextConnection } from './postgres-text-connection.ts';
import { checkServerVersion } from './server-version.ts';

/** Any number, as long as every instance uses the same: the key of the advisory lock around migrations. */
const MIGRATION_LOCK = 7_203_114;

/** stack.md: a pool of 8 to 10 suits two cores. */
const POOL_SIZE = 10;

/** Host, port and database of a connection string, without user and password. */
function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host || 'a local socket'}${pathname}`;
}

/** Connects to PostgreSQL 15 or later. The connection is made with the first query. */
export function openPostgres(url: string): Database {
  const client = postgres(url, { max: POOL_SIZE, onnotice: () => {} });
  return {
    description: describe(url),
    db: drizzle(client),
    // Its own connection: the lock belongs to a session, and a pool would hand the unlock to another one.
    migrate: async (migrationsFolder) => {
      const connection = postgres(url, { max: 1, onnotice: () => {} });
      try {
        const [server] = await connection`select current_setting('server_version_num')::int as version`;
        checkServerVersion(Number(server?.['version']));
        await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
        await migrate(drizzle(connection), { migrationsFolder });
      } finally {
        await connection.end();
      }
    },
    openTextConnection: () => openPostgresTextConnection(url),
    streamRows: copyRowsFrom(url),
    close: () => client.end({ timeout: 5 })
  };
}
