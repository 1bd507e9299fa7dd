import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Environment } from '../environment.ts';
import type { TextConnection } from './text-connection.ts';
import type { StreamRows } from './row-stream.ts';

/** The database or an open transaction: what queries take first. The same type for Postgres and PGlite. */
export type Executor = PgDatabase<PgQueryResultHKT>;

/** An open database with what its driver alone can do. */
export type Database = {
  /** In words for people, without a password, e.g. `PostgreSQL at localhost:5432/footnote`. */
  description: string;
  db: Executor;
  /** Applies what is missing of `drizzle/`. Safe to start twice and from several processes at once. */
  migrate: (migrationsFolder: string) => Promise<void>;
  openTextConnection: () => TextConnection;
  /** For files of any size: on a connection of its own where the database has several. */
  streamRows: StreamRows;
  close: () => Promise<void>;
};

/**
 * Opens the database that the environment names: PostgreSQL with `DATABASE_URL`, else PGlite in `DATA_DIR`. The driver
 * that is not needed is never loaded.
 */
export async function openDatabase(
  environment: Pick<Environment, 'databaseUrl' | 'dataDir'>
): Promise<Database> {
  if (environment.databaseUrl !== null) {
    const { mendPostgresDriver } = await import('./mend-postgres-driver.ts');
    mendPostgresDriver();
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(environment.databaseUrl);
  }
  const { openPglite } = await import('./pglite.ts');
  return openPglite(environment.dataDir);
}
