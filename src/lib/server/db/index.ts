import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Environment } from '../environment.ts';
import type { InBulk } from './bulk/bulk-transaction.ts';
import type { TextConnection } from './text-connection.ts';
import type { Replica } from './replica/open-replica.ts';
import type { StreamRows } from './row-stream.ts';

/** The database or an open transaction: what queries take first. The same type for Postgres and PGlite. */
export type Executor = PgDatabase<PgQueryResultHKT>;

/** What else changes the schema: the queue of jobs makes one of its own. */
export type OwnersWork = (connection: TextConnection) => Promise<void>;

/** An open database with what its driver alone can do. */
export type Database = {
  /** In words for people, without a password, e.g. `PostgreSQL at localhost:5432/footnote`. */
  description: string;
  /** For what is nobody's own: the start, jobs, signing in, and those whose work it is to see all of it. */
  db: Executor;
  /** For what a learner asks, or nobody (null): of learners' data it sees what is theirs, where there is a second wall. */
  forPerson: (person: string | null) => Executor;
  /** Whether the program signs in to the database with less than the owner's rights (docs/operations-security.md). */
  hasWall: boolean;
  /**
   * Applies what is missing of `drizzle/`. Safe to start twice and from several processes at once. Behind a wall the
   * owner does it, and `ownersWork` after it, before the program is given its rights.
   */
  migrate: (migrationsFolder: string, ownersWork?: OwnersWork) => Promise<void>;
  /**
   * Applies what is missing of the older migrations, as the owner, and raises no second wall: it stands on tables that come
   * later.
   */
  migratePart: (migrationsFolder: string) => Promise<void>;
  openTextConnection: () => TextConnection;
  /** For files of any size: on a connection of its own where the database has several. */
  streamRows: StreamRows;
  /** Where reports may be read instead; null: here as well. */
  replica: Replica | null;
  /** For what goes through whole tables: as the owner where the owner's address is known. */
  inBulk: InBulk;
  close: () => Promise<void>;
};

/**
 * Opens the database that the environment names: PostgreSQL with `DATABASE_URL`, else PGlite in `DATA_DIR`. The driver
 * that is not needed is never loaded.
 */
export async function openDatabase(
  environment: Pick<Environment, 'databaseUrl' | 'dataDir'> &
    Partial<Pick<Environment, 'migrationDatabaseUrl' | 'replicaDatabaseUrl'>>
): Promise<Database> {
  if (environment.databaseUrl !== null) {
    const { mendPostgresDriver } = await import('./mend-postgres-driver.ts');
    mendPostgresDriver();
    const { openPostgres } = await import('./postgres.ts');
    const ownerUrl = environment.migrationDatabaseUrl ?? null;
    const replicaUrl = environment.replicaDatabaseUrl ?? null;
    return openPostgres({ url: environment.databaseUrl, ownerUrl, replicaUrl });
  }
  const { openPglite } = await import('./pglite.ts');
  return openPglite(environment.dataDir);
}
