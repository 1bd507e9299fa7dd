import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepStatement } from '#lib/server/db/kept-statement.ts';
import { openDatabase, type Executor } from '#lib/server/db/index.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { makePerson } from '../../support/people.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';

const findEmail = keepStatement((db) =>
  db
    .select({ email: people.email, at: people.createdAt })
    .from(people)
    .where(eq(people.id, sql.placeholder('id')))
);

describe('statements that come again', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres', 'empty');
  });
  afterAll(() => database.close());

  const preparedTexts = async (tx: Executor, like: string): Promise<string[]> => {
    const rows: unknown = await tx.execute(sql`select statement from pg_prepared_statements`);
    return Array.isArray(rows)
      ? rows.map((row) => JSON.stringify(row)).filter((row) => row.includes(like))
      : [];
  };

  it('are asked where they were asked, in a transaction too, which sees what it did', async () => {
    const { db } = database;
    const { id, email } = await makePerson(db);
    expect(await findEmail(db, { id })).toEqual([{ email, at: expect.any(Date) }]);
    await db
      .transaction(async (tx) => {
        await tx
          .update(people)
          .set({ email: `not-yet-${email}` })
          .where(eq(people.id, id));
        expect(await findEmail(tx, { id })).toMatchObject([{ email: `not-yet-${email}` }]);
        expect(await findEmail(db, { id })).toMatchObject([{ email }]);
        throw new Error('taken back');
      })
      .catch(() => {});
    expect(await findEmail(db, { id })).toMatchObject([{ email }]);
  });

  it('are prepared from the third time on, unless the address says otherwise', async () => {
    const { id } = await makePerson(database.db);
    for (const [query, count] of [
      ['', 1],
      ['?prepare=false', 0]
    ] as const) {
      const open = await openDatabase({ databaseUrl: `${database.url ?? ''}${query}`, dataDir: '' });
      // In a transaction, since each connection has statements of its own.
      await open.db.transaction(async (tx) => {
        const ask = () =>
          tx
            .select({ it: sql`${id}::text` })
            .from(people)
            .where(eq(people.id, id));
        for (let times = 0; times < 4; times += 1) expect(await ask()).toEqual([{ it: id }]);
        expect((await preparedTexts(tx, '::text from \\"people\\"')).length, query).toBe(count);
      });
      await open.close();
    }
  });
});
