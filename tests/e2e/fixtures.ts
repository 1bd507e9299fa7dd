import { test as base } from '@playwright/test';
import { readPrepared } from '../support/e2e-setup.ts';
import { makeFirstAdmin } from '../support/first-admin.ts';
import {
  embeddedDatabase,
  serverDatabase,
  startApp,
  type AppDatabase,
  type RunningApp
} from '../support/running-app.ts';
import { secretsInLog } from '../support/secrets-in-log.ts';
import type { Visitor } from '../support/visitor.ts';
import { makeWorld, type World } from './world.ts';

export type AppOptions = { databaseKind: 'embedded' | 'postgres' };

type App = RunningApp & {
  admin: Visitor;
  /** The database that it runs on, for those who look behind it; null: the embedded one, which is its own. */
  databaseUrl: string | null;
};

/** A database of the kind that the project asks for, as the first start of the program left it. */
export async function freshDatabase(kind: AppOptions['databaseKind']): Promise<AppDatabase> {
  const prepared = readPrepared();
  return kind === 'embedded'
    ? embeddedDatabase(prepared.folder)
    : serverDatabase(prepared.serverUrl, { copyOf: prepared.database, roles: prepared.roles });
}

/** The built program on a database of the worker's own, with its first admin. */
export const test = base.extend<object, AppOptions & { app: App; world: World; wreckable: World }>({
  databaseKind: ['embedded', { option: true, scope: 'worker' }],
  app: [
    async ({ databaseKind }, use) => {
      const database = await freshDatabase(databaseKind);
      try {
        const app = await startApp(database);
        const databaseUrl = database.variables['DATABASE_URL'] ?? null;
        await use({ ...app, admin: await makeFirstAdmin(app), databaseUrl });
        await app.stop();
        const secrets = secretsInLog(app.output());
        if (secrets.length > 0) throw new Error(`The program's output gives away:\n${secrets.join('\n')}`);
      } finally {
        await database.remove();
      }
    },
    { scope: 'worker', timeout: 90_000 }
  ],
  world: [
    async ({ app, browser }, use) => use(await makeWorld(app, browser, 0)),
    { scope: 'worker', timeout: 90_000 }
  ],
  // Access and hostile input end attempts and sessions: they get people of their own.
  wreckable: [
    async ({ app, browser }, use) => use(await makeWorld(app, browser, 1)),
    { scope: 'worker', timeout: 90_000 }
  ],
  baseURL: async ({ app }, use) => use(app.origin)
});

export { expect } from '@playwright/test';
