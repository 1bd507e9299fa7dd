import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { makeFirstAdmin } from '../tests/support/first-admin.ts';
import { startPostgresCluster } from '../tests/support/postgres-cluster.ts';
import { serverDatabase, startApp, type RunningApp } from '../tests/support/running-app.ts';
import type { Visitor } from '../tests/support/visitor.ts';
import { assertSettings, SETTINGS } from './settings.ts';

/** The built program on a Postgres database of its own, with an admin signed in and a connection past the program. */
export type BenchApp = {
  app: RunningApp;
  admin: Visitor;
  databaseUrl: string;
  database: Database;
  /** The program once more, on another database of the same server. */
  openAnother: () => Promise<BenchApp>;
  close: () => Promise<void>;
};

async function openOn(serverUrl: string): Promise<BenchApp> {
  const place = await serverDatabase(serverUrl);
  const databaseUrl = place.variables['DATABASE_URL'] ?? '';
  const app = await startApp(place);
  const database = await openDatabase({ databaseUrl, dataDir: '' });
  await assertSettings(database.db);
  return {
    app,
    admin: await makeFirstAdmin(app),
    databaseUrl,
    database,
    openAnother: () => openOn(serverUrl),
    close: async () => {
      await database.close();
      await app.stop();
      await place.remove();
    }
  };
}

/** Starts server, database and program; `close` ends and removes them all. */
export async function openBenchApp(): Promise<BenchApp> {
  const server = await startPostgresCluster(SETTINGS);
  const bench = await openOn(server.url).catch((cause: unknown) => {
    server.stop();
    throw cause;
  });
  return {
    ...bench,
    close: async () => {
      await bench.close();
      server.stop();
    }
  };
}
