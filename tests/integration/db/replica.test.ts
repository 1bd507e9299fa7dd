import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import type { ReportReader } from '#lib/server/db/replica/open-replica.ts';
import { freePort } from '../../support/free-port.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';

/** Two databases that know their names: the one stands for the primary, the other for what may be asked instead. */
const { serverUrl } = inject('templates');
const [primary, other] = [uniqueDatabaseName('primary'), uniqueDatabaseName('other')];
const addresses = { primary: '', other: '' };
const opened: Database[] = [];

beforeAll(async () => {
  addresses.primary = await createDatabase(serverUrl, primary);
  addresses.other = await createDatabase(serverUrl, other);
});

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await dropDatabase(serverUrl, primary);
  await dropDatabase(serverUrl, other);
});

async function readerAt(replicaDatabaseUrl: string, written: string | null): Promise<ReportReader> {
  const database = await openDatabase({ databaseUrl: addresses.primary, replicaDatabaseUrl, dataDir: '' });
  opened.push(database);
  const reader = database.replica?.readerFor(written);
  if (!reader) throw new Error('There is no replica.');
  return reader;
}

const NAME = sql<string>`current_database()::text`;

/** Who answers: statements, transactions and files. */
async function whoAnswers({ db, streamRows }: ReportReader, name: SQL<string> = NAME): Promise<string[]> {
  const [row] = await db.select({ name }).from(sql`(values (1)) one`);
  const inside = await db.transaction((tx) => tx.select({ name }).from(sql`(values (1)) one`), {
    isolationLevel: 'repeatable read'
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamRows({ query: sql`select current_database()`, as: 'csv' }))
    chunks.push(chunk);
  return [row?.name ?? '', inside[0]?.name ?? '', Buffer.concat(chunks).toString('utf8').trim()];
}

it('reads reports elsewhere for a session that has written nothing', async () => {
  expect(await whoAnswers(await readerAt(addresses.other, null))).toEqual([other, other, other]);
});

it('asks the primary for a session that wrote what the other server cannot be known to have', async () => {
  expect(await whoAnswers(await readerAt(addresses.other, '0/1'))).toEqual([primary, primary, primary]);
});

it('asks the primary where nobody answers at the other address', async () => {
  const nowhere = `postgres://postgres@127.0.0.1:${await freePort()}/none`;
  expect(await whoAnswers(await readerAt(nowhere, null))).toEqual([primary, primary, primary]);
});

it('asks the primary for what a replica refuses or ends, and reports what is wrong with a query', async () => {
  const { db } = await readerAt(addresses.other, null);
  const failing = (code: string) => {
    const text = `do $$ begin
      if current_database() = '${other}' then raise 'ended' using errcode = '${code}'; end if; end $$`;
    // eslint-disable-next-line no-restricted-syntax -- DO takes no parameters; the name and the codes are ours
    return sql.raw(text);
  };
  await db.transaction((tx) => tx.execute(failing('40001')));
  const refusing = await readerAt(addresses.other, null);
  await refusing.db.execute(failing('25006'));
  const again = await readerAt(addresses.other, null);
  await expect(again.db.execute(failing('22012'))).rejects.toThrow();
});

it('knows a place in the log of the primary that later writes are behind', async () => {
  const database = await openDatabase({
    databaseUrl: addresses.primary,
    replicaDatabaseUrl: addresses.other,
    dataDir: ''
  });
  opened.push(database);
  const before = await database.replica?.place();
  await database.db.execute(sql`create table written (id int)`);
  const after = await database.replica?.place();
  const [row] = await database.db
    .select({ moved: sql<boolean>`${after}::pg_lsn > ${before}::pg_lsn` })
    .from(sql`(values (1)) one`);
  expect(row?.moved).toBe(true);
});
