import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Executor } from './index.ts';
import { UnsuitableServer } from './server-version.ts';

/** When the newest migration that was applied was made; 0: none was. */
async function newestApplied(db: Executor): Promise<number> {
  const [table] = await db
    .select({ isThere: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') is not null` })
    .from(sql`(values (1)) one`);
  if (table?.isThere !== true) return 0;
  const [row] = await db
    .select({ applied: sql<number>`coalesce(max(created_at), 0)`.mapWith(Number) })
    .from(sql`drizzle.__drizzle_migrations`);
  return row?.applied ?? 0;
}

const newestKnown = (migrationsFolder: string) =>
  readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;

/**
 * Throws where a later program has changed the database: this one knows nothing of the rules that came since, and would
 * write past them.
 */
export async function requireNotNewer(db: Executor, migrationsFolder: string): Promise<void> {
  if ((await newestApplied(db)) <= newestKnown(migrationsFolder)) return;
  throw new UnsuitableServer(
    'The database is newer than this program: a later version has been started on it. Start that version again, or ' +
      'restore the backup that was taken before the update (docs/operations.md, “Update”).'
  );
}

/** For a program that does not know the owner's address: throws where something is still to be applied, or was since. */
export async function requireMigrated(db: Executor, migrationsFolder: string): Promise<void> {
  await requireNotNewer(db, migrationsFolder);
  if ((await newestApplied(db)) >= newestKnown(migrationsFolder)) return;
  throw new UnsuitableServer(
    'The database is empty or older than this program. Run “npm run -s cli -- database check” with ' +
      'MIGRATION_DATABASE_URL set to the address of its owner: that brings it up to date.'
  );
}
