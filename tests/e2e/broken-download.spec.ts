import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { openDatabase } from '#lib/server/db/index.ts';
import { openHttpDownload } from '../support/download.ts';
import { makeFirstAdmin } from '../support/first-admin.ts';
import { insertManyCompletions } from '../support/many-completions.ts';
import { startPostgresCluster } from '../support/postgres-cluster.ts';
import { serverDatabase, startApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const HOW_MANY = 3_000;

const manifestSchema = v.object({
  state: v.string(),
  rows: v.number(),
  bytes: v.nullable(v.number()),
  sha256: v.nullable(v.string()),
  failure: v.nullable(v.string())
});

const manifestOf = async (admin: Visitor, path: string) =>
  v.parse(manifestSchema, JSON.parse((await admin.get(path)).body));

/** A backend of an export that waits for its reader. */
const isStuck = sql`application_name = 'footnote-export' and wait_event = 'ClientWrite'`;

test('a download whose database dies midway is an error for the client, on record, and never a short file', async () => {
  test.setTimeout(120_000);
  const cluster = await startPostgresCluster();
  const place = await serverDatabase(cluster.url);
  const app = await startApp(place);
  const { db, close } = await openDatabase({
    databaseUrl: place.variables['DATABASE_URL'] ?? '',
    dataDir: ''
  });
  try {
    const admin = await makeFirstAdmin(app);
    await insertManyCompletions(db, HOW_MANY);
    // About 150 MB: more than the sockets on the way hold (the kernel lets each take up to 32 MB and more), so that the
    // server cannot be done while nobody reads.
    await db.execute(sql`update profiles set specialty = repeat('cardiology ', 4500)`);
    /** Opens a download that nobody reads, and waits until the server cannot send more: it is midway then, for sure. */
    const open = async () => {
      const download = await openHttpDownload(admin, `${app.origin}/admin/completions/export.csv`);
      await expect
        .poll(() => db.$count(sql`pg_stat_activity`, isStuck), { timeout: 30_000, intervals: [50] })
        .toBe(1);
      return download;
    };

    const first = await open();
    expect(first.status).toBe(200);
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where ${isStuck}`);
    expect((await first.finish()).isWhole).toBe(false);
    expect(await manifestOf(admin, first.manifest)).toMatchObject({ state: 'failed', sha256: null });

    const second = await open();
    expect(second.status).toBe(200);
    cluster.crash();
    expect((await second.finish()).isWhole).toBe(false);
    cluster.restart();
    await expect
      .poll(async () => (await fetch(`${app.origin}/readyz`)).status, { timeout: 30_000 })
      .toBe(200);
    await expect
      .poll(async () => (await manifestOf(admin, second.manifest)).state, { timeout: 30_000 })
      .toBe('failed');
    const audited = await db.execute(sql`select detail ->> 'failure' as failure from audit_events
      where action = 'report.break-export' order by id`);
    expect(Array.from(v.parse(v.array(v.unknown()), audited))).toEqual([
      { failure: 'The connection to the database was lost.' },
      { failure: 'The connection to the database was lost.' }
    ]);

    const third = await open();
    const { isWhole, ...came } = await third.finish();
    expect(isWhole).toBe(true);
    expect(await manifestOf(admin, third.manifest)).toMatchObject({
      state: 'finished',
      rows: HOW_MANY,
      ...came
    });
  } finally {
    await close();
    await app.stop();
    cluster.stop();
  }
});
