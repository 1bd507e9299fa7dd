import { afterAll, beforeAll, describe } from 'vitest';
import {
  openTestDatabase,
  type Contents,
  type DatabaseKind,
  type TestDatabase
} from './open-test-database.ts';

const DATABASE_KINDS: DatabaseKind[] = ['postgres', 'pglite'];

/** What a suite gets: the database is open while its tests run. */
export type DatabaseInSuite = { kind: DatabaseKind; database: TestDatabase };

/**
 * Runs a suite on Postgres and again on PGlite. Destructure inside the tests, not in the suite:
 * `describeOnEachDatabase('claiming', (on) => { it('…', async () => { await claim(on.database.db, …) }) })`.
 */
export function describeOnEachDatabase(
  title: string,
  suite: (on: DatabaseInSuite) => void,
  contents: Contents = 'sample'
): void {
  describe.each(DATABASE_KINDS)(`${title} (%s)`, (kind) => {
    let database: TestDatabase | null = null;
    beforeAll(async () => {
      database = await openTestDatabase(kind, contents);
    });
    afterAll(() => database?.close());
    suite({
      kind,
      get database() {
        if (database === null) throw new Error('The database is open in tests and hooks only.');
        return database;
      }
    });
  });
}
