import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#lib/server/db/index.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from './postgres-databases.ts';
import { startPostgresServer } from './postgres-server.ts';
import { importSample } from './import-sample.ts';

/** What a test file copies its databases from. */
export type DatabaseTemplates = {
  serverUrl: string;
  /** Names of template databases on the server. */
  postgres: { empty: string; sample: string };
  /** Files that PGlite can be loaded from. */
  pglite: { empty: string; sample: string };
};

declare module 'vitest' {
  export interface ProvidedContext {
    templates: DatabaseTemplates;
  }
}

async function makePostgresTemplates(serverUrl: string): Promise<DatabaseTemplates['postgres']> {
  const empty = uniqueDatabaseName('empty');
  const url = await createDatabase(serverUrl, empty);
  const database = await openDatabase({ databaseUrl: url, dataDir: '' });
  await database.migrate('drizzle');
  await database.close();
  const sample = uniqueDatabaseName('sample');
  const copy = await openDatabase({
    databaseUrl: await createDatabase(serverUrl, sample, empty),
    dataDir: ''
  });
  await importSample(copy.db);
  await copy.close();
  return { empty, sample };
}

async function dump(client: PGlite, file: string): Promise<string> {
  const data = await client.dumpDataDir('none');
  writeFileSync(file, Buffer.from(await data.arrayBuffer()));
  return file;
}

async function makePgliteTemplates(folder: string): Promise<DatabaseTemplates['pglite']> {
  const client = await PGlite.create();
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: 'drizzle' });
  const empty = await dump(client, join(folder, 'empty.tar'));
  const executor: Executor = db;
  await importSample(executor);
  const sample = await dump(client, join(folder, 'sample.tar'));
  await client.close();
  return { empty, sample };
}

/** Where a run keeps what it made: several of its projects ask for it, each by a copy of this module. */
const MADE = 'FOOTNOTE_TEST_TEMPLATES';

async function make(): Promise<{ templates: DatabaseTemplates; remove: () => Promise<void> }> {
  const server = await startPostgresServer();
  const folder = mkdtempSync(join(tmpdir(), 'footnote-pglite-'));
  const [postgres, pglite] = await Promise.all([
    makePostgresTemplates(server.url),
    makePgliteTemplates(folder)
  ]);
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of Object.values(postgres)) await dropDatabase(server.url, name);
    server.stop();
  };
  return { templates: { serverUrl: server.url, postgres, pglite }, remove };
}

/** One server, two migrated templates on each kind of database; every test file works on copies. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const made = process.env[MADE];
  if (made !== undefined) {
    const templates: DatabaseTemplates = JSON.parse(made);
    project.provide('templates', templates);
    return undefined;
  }
  const { templates, remove } = await make();
  process.env[MADE] = JSON.stringify(templates);
  project.provide('templates', templates);
  return async () => {
    Reflect.deleteProperty(process.env, MADE);
    await remove();
  };
}
