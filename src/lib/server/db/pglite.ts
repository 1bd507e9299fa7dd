import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { meters } from '../watch/meters.ts';
import { countStatements } from './statement-count.ts';
import { bulkOnPglite } from './bulk/pglite-bulk.ts';
import type { Database } from './index.ts';
import { fetchRowsFrom } from './fetch-rows.ts';
import { acquirePidLock } from './pid-lock.ts';
import { WrongEnvironment } from '../wrong-environment.ts';
import { observePglite } from './observe-pglite.ts';
import { refusedBySystem } from './refused-by-system.ts';
import { requireNotNewer } from './schema-age.ts';
import { openPgliteTextConnection } from './pglite-text-connection.ts';

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WrongEnvironment([
      `DATA_DIR names ${dataDir}, which cannot be a folder (${reason}): name one that this user may write to`
    ]);
  }
}

async function openClient(dataDir: string, release: () => void): Promise<PGlite> {
  try {
    return await PGlite.create(join(dataDir, 'pglite'));
  } catch (error) {
    release();
    throw refusedBySystem(error, dataDir);
  }
}

/**
 * Opens the embedded database below `dataDir`. Two processes on one folder would lose rows (PGlite has no lock of its
 * own), so a second one is refused.
 */
export async function openPglite(dataDir: string): Promise<Database> {
  makeFolder(dataDir);
  const release = await acquirePidLock(join(dataDir, 'footnote.pid'));
  const client = await openClient(dataDir, release);
  const { count, load } = countStatements(1);
  const db = drizzle(observePglite(client, { count }));
  meters().pools.add('shared', load);
  const bringUpToDate = async (migrationsFolder: string) => {
    await requireNotNewer(db, migrationsFolder);
    await migrate(db, { migrationsFolder });
  };
  return {
    description: `PGlite in ${dataDir}`,
    db,
    // The embedded database has one user, a superuser, whom nothing holds back.
    forPerson: () => db,
    hasWall: false,
    migrate: bringUpToDate,
    migratePart: bringUpToDate,
    openTextConnection: () => openPgliteTextConnection(client),
    streamRows: fetchRowsFrom(client),
    replica: null,
    inBulk: bulkOnPglite(client),
    close: async () => {
      await client.close();
      release();
    }
  };
}
