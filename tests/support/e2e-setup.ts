import { existsSync } from 'node:fs';
import { chromiumPath, pdfToTextPath } from './browser-programs.ts';
import { startPostgresServer } from './postgres-server.ts';
import { embeddedDatabase, serverDatabase, startApp, type AppDatabase } from './running-app.ts';

/** What the first start of the program left, on both databases; workers copy it. */
type Prepared = { folder: string; serverUrl: string; database: string };

const NAMES = { folder: 'E2E_FOLDER', serverUrl: 'E2E_SERVER_URL', database: 'E2E_DATABASE' } as const;

/** Where the set-up of the run left the prepared databases. */
export function readPrepared(): Prepared {
  const read = (name: string) => {
    const value = process.env[name];
    if (value === undefined) throw new Error('The set-up of the run has not prepared the databases.');
    return value;
  };
  return { folder: read(NAMES.folder), serverUrl: read(NAMES.serverUrl), database: read(NAMES.database) };
}

/** The first start: from nothing to a page that answers, and a clean end. */
async function startOnce(database: AppDatabase): Promise<void> {
  const app = await startApp(database);
  await app.stop();
}

/** One PostgreSQL for the whole run, and one first start on each kind of database. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!existsSync('build/index.js')) throw new Error('There is no build. Run "npm run build" first.');
  chromiumPath();
  pdfToTextPath();
  const server = await startPostgresServer();
  const embedded = embeddedDatabase();
  const onServer = await serverDatabase(server.url);
  await Promise.all([startOnce(embedded), startOnce(onServer)]);
  process.env[NAMES.folder] = embedded.variables['DATA_DIR'];
  process.env[NAMES.serverUrl] = server.url;
  process.env[NAMES.database] = new URL(onServer.variables['DATABASE_URL'] ?? '').pathname.slice(1);
  return async () => {
    await embedded.remove();
    await onServer.remove();
    server.stop();
  };
}
