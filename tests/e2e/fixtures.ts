import { test as base } from '@playwright/test';
import { makeFirstAdmin } from '../support/first-admin.ts';
import {
  embeddedDatabase,
  serverDatabase,
  startApp,
  type AppDatabase,
  type RunningApp
} from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';

export type AppOptions = { databaseKind: 'embedded' | 'postgres' };

type App = RunningApp & { admin: Visitor };

/** A fresh database of the kind that the project asks for. */
export function freshDatabase(kind: AppOptions['databaseKind']): Promise<AppDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (kind === 'embedded') return Promise.resolve(embeddedDatabase());
  if (!server) throw new Error('The set-up of the run starts a PostgreSQL; it did not.');
  return serverDatabase(server);
}

/** The built program on a database of the worker's own, with its first admin. */
export const test = base.extend<object, AppOptions & { app: App }>({
  databaseKind: ['embedded', { option: true, scope: 'worker' }],
  app: [
    async ({ databaseKind }, use) => {
      const database = await freshDatabase(databaseKind);
      const app = await startApp(database);
      await use({ ...app, admin: await makeFirstAdmin(app) });
      await app.stop();
      await database.remove();
    },
    { scope: 'worker', timeout: 90_000 }
  ],
  baseURL: async ({ app }, use) => use(app.origin)
});

export { expect } from '@playwright/test';
