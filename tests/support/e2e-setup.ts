import { existsSync } from 'node:fs';
import { chromiumPath, pdfToTextPath } from './browser-programs.ts';
import { dropDatabaseRoles, makeDatabaseRoles, type DatabaseRoles } from './database-roles.ts';
import { startPostgresServer } from './postgres-server.ts';
import { embeddedDatabase, serverDatabase, startApp, type AppDatabase } from './running-app.ts';

/** What the first start of the program left, on both databases; workers copy it. */
type Prepared = { folder: string; serverUrl: string; database: string; roles: DatabaseRoles };

const NAMES = {
  folder: 'E2E_FOLDER',
  serverUrl: 'E2E_SERVER_URL',
  database: 'E2E_DATABASE',
  owner: 'E2E_OWNER',
  application: 'E2E_APPLICATION',
  password: 'E2E_PASSWORD'
} as const;

/** Where the set-up of the run left the prepared databases. */
export function readPrepared(): Prepared {
  const read = (name: string) => {
    const value = process.env[name];
    if (value === undefined) throw new Error('The set-up of the run has not prepared the databases.');
    return value;
  };
  const { owner, application, password } = NAMES;
  const roles = { owner: read(owner), application: read(application), password: read(password) };
  return {
    folder: read(NAMES.folder),
    serverUrl: read(NAMES.serverUrl),
    database: read(NAMES.database),
    roles
  };
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
  const roles = await makeDatabaseRoles(server.url);
  const onServer = await serverDatabase(server.url, { roles });
  await Promise.all([startOnce(embedded), startOnce(onServer)]);
  process.env[NAMES.folder] = embedded.variables['DATA_DIR'];
  process.env[NAMES.serverUrl] = server.url;
  process.env[NAMES.database] = new URL(onServer.variables['DATABASE_URL'] ?? '').pathname.slice(1);
  for (const name of ['owner', 'application', 'password'] as const) process.env[NAMES[name]] = roles[name];
  return async () => {
    await embedded.remove();
    await onServer.remove();
    await dropDatabaseRoles(server.url, roles);
    server.stop();
  };
}
