import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { inject } from 'vitest';
import { bulkOnPglite } from '#lib/server/db/bulk/pglite-bulk.ts';
import { fetchRowsFrom } from '#lib/server/db/fetch-rows.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { observePglite } from '#lib/server/db/observe-pglite.ts';
import { openPgliteTextConnection } from '#lib/server/db/pglite-text-connection.ts';
import { countStatements } from '#lib/server/db/statement-count.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from './postgres-databases.ts';

export type DatabaseKind = 'postgres' | 'pglite';

/** `sample`: with the activity that Footnote ships; `empty`: migrated, and nothing more. */
export type Contents = 'sample' | 'empty';

/** An open database, and for Postgres its address (a second program may connect to it). */
export type TestDatabase = Database & { url: string | null };

async function openOnPostgres(contents: Contents): Promise<TestDatabase> {
  const { serverUrl, postgres } = inject('templates');
  const name = uniqueDatabaseName('test');
  const url = await createDatabase(serverUrl, name, postgres[contents]);
  const database = await openDatabase({ databaseUrl: url, dataDir: '' });
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await dropDatabase(serverUrl, name);
    }
  };
}

/** A migrated PGlite in memory, for tests that need its own interface. Close it in the end. */
export function openPgliteClient(contents: Contents): Promise<PGlite> {
  const file = readFileSync(inject('templates').pglite[contents]);
  return PGlite.create({ loadDataDir: new Blob([file]) });
}

async function openOnPglite(contents: Contents): Promise<TestDatabase> {
  const client = await openPgliteClient(contents);
  const db = drizzle(observePglite(client, countStatements(1)));
  return {
    description: 'PGlite in memory',
    url: null,
    db,
    forPerson: () => db,
    hasWall: false,
    migrate: (migrationsFolder) => migrate(db, { migrationsFolder }),
    migratePart: (migrationsFolder) => migrate(db, { migrationsFolder }),
    openTextConnection: () => openPgliteTextConnection(client),
    streamRows: fetchRowsFrom(client),
    replica: null,
    inBulk: bulkOnPglite(client),
    close: () => client.close()
  };
}

/** A migrated database of the test's own. Close it in `afterAll`. */
export function openTestDatabase(kind: DatabaseKind, contents: Contents = 'sample'): Promise<TestDatabase> {
  return kind === 'postgres' ? openOnPostgres(contents) : openOnPglite(contents);
}
