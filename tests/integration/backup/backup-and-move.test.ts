import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueBadge } from '#lib/server/badge/issue-badge.ts';
import { verifyBadge } from '#lib/server/badge/verify-badge.ts';
import { backUp } from '#lib/server/backup/back-up.ts';
import { moveDatabase } from '#lib/server/backup/move-database.ts';
import { openBackup } from '#lib/server/backup/open-backup.ts';
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { isSame } from '#lib/server/db/bulk/load-tables.ts';
import { drain } from '#lib/server/db/bulk/measure-rows.ts';
import { readMigration } from '#lib/server/db/bulk/migration-list.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import { profiles } from '#lib/server/db/schema/identity.ts';
import { findSession, startSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { NOON } from '../../support/learner.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { makePerson, PASSWORD, type TestPerson } from '../../support/people.ts';
import { makeWholeCompletion } from '../../support/whole-completion.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-backup-'));
const path = join(folder, 'whole.backup');
const secret = 'a secret of 32 characters or more';
const origin = 'https://cme.example.org';
const now = new Date();

/** What text can do to a format that puts a row on a line. */
const HOSTILE = 'Tab\there, \\N, \\. and\n\\.\nlines\r\\';

/** Where everything happened, where it is restored, and where it moves from there. */
let source: TestDatabase;
let embedded: TestDatabase;
let server: TestDatabase;
let ada: TestPerson;
let gone: TestPerson;
let sessionId: string;
let code: string;
let badge: Buffer;

beforeAll(async () => {
  [source, embedded, server] = await Promise.all([
    openTestDatabase('postgres', 'sample'),
    openTestDatabase('pglite', 'empty'),
    openTestDatabase('postgres', 'empty')
  ]);
  const { db } = source;
  const { certificateId } = await makeWholeCompletion(db);
  const issued = await issueBadge(db, { certificateId, origin, secret, now: NOON });
  badge = Buffer.from(issued.ok ? issued.value.jwt : '');
  const [row] = await db
    .select({ code: certificates.code })
    .from(certificates)
    .where(eq(certificates.id, certificateId));
  code = row?.code ?? '';
  ada = await makePerson(db, { familyName: HOSTILE });
  gone = await makePerson(db, { familyName: 'Whose-name-goes' });
  sessionId = (await db.transaction((tx) => startSession(tx, { personId: ada.id, now }))).id;
});

afterAll(async () => {
  await Promise.all([source, embedded, server].map((database) => database.close()));
  rmSync(folder, { recursive: true, force: true });
});

const check = (db: Executor) =>
  verifyCertificate(db, { typedCode: code, token: null, network: '192.0.2.0', now });

async function countEvents(db: Executor): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(sql`audit_events`);
  return row?.count ?? -1;
}

const restore = (database: TestDatabase, file: string) =>
  restoreBackup(database, { path: file, folder: 'drizzle', erasedIds: [gone.id], secret, now });

async function readThrough(file: string): Promise<void> {
  for await (const { rows } of (await openBackup(file)).tables()) await drain(rows);
}

/** A copy of the backup with something done to it. */
function changed(name: string, change: (bytes: Buffer) => Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(path)));
  return file;
}

describe('a backup', () => {
  it('is for its owner’s eyes, and says for each table what it has to be', async () => {
    const migration = (await source.inBulk('read', (bulk) => readMigration(bulk, 'drizzle'))) ?? '';
    const { tables } = await backUp(source, { path, migration, program: '0.1.0', now });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    expect(tables.find(({ table }) => table === 'completions')?.rows).toBe(1);
    expect(text.split('\n').filter((line) => line.startsWith('-- measure '))).toHaveLength(tables.length);
  });

  it('says why a file cannot be written, not how the reading ended with it', async () => {
    const order = { path: join(folder, 'none', 'x'), migration: '0000', program: '0.1.0', now };
    await expect(backUp(source, order)).rejects.toThrow('ENOENT');
  });

  it('is not restored where it was cut off or a row was changed, and nothing is left behind', async () => {
    const cut = changed('cut.backup', (bytes) => bytes.subarray(0, bytes.length - 200));
    const other = changed('other.backup', (bytes) =>
      gzipSync(gunzipSync(bytes).toString('utf8').replace('Whose-name-goes', 'Whose-name-stays'))
    );
    await expect(readThrough(cut)).rejects.toThrow('cut off');
    const refused = await restore(server, other);
    expect(refused).toMatchObject({
      problem: { kind: 'damaged', message: expect.stringContaining('profiles') }
    });
    expect(await countEvents(server.db)).toBe(0);
  });

  it('is restored in the embedded database with every row, and everything goes on from there', async () => {
    const restored = await restore(embedded, path);
    if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
    const { compared, audit, erasures, sessionsEnded } = restored.value;
    expect(compared.filter((table) => !isSame(table))).toEqual([]);
    expect(compared.find(({ table }) => table === 'responses')?.to.rows).toBeGreaterThan(10);
    expect(audit).toMatchObject({ fault: null });
    expect(await check(embedded.db)).toEqual(await check(source.db));
    expect(await verifyBadge(embedded.db, badge, { now, origin })).toEqual(
      await verifyBadge(source.db, badge, { now, origin })
    );
    const nameOf = (id: string) =>
      embedded.db.select({ name: profiles.familyName }).from(profiles).where(eq(profiles.personId, id));
    expect(await nameOf(ada.id)).toEqual([{ name: HOSTILE }]);
    expect(erasures).toEqual({ erased: 1, refused: [] });
    expect(await nameOf(gone.id)).not.toEqual([{ name: 'Whose-name-goes' }]);
    expect(sessionsEnded).toBe(1);
    expect(await findSession(embedded.db, { sessionId, now })).toBeNull();
    const visit = { browser: '', network: '192.0.2.0/24', browserToken: null };
    const entered = await signIn(embedded.db, {
      email: ada.email,
      password: PASSWORD,
      previousSessionId: null,
      visit,
      now
    });
    expect(entered.ok).toBe(true);
  });

  it('is never restored over what there is', async () => {
    const refused = await restore(source, path);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'not-empty' } });
  });

  it('is refused by the server, row or rule, up to the last row', async () => {
    const twice = async function* () {
      yield Buffer.from('1\tx\n1\ty\n');
    };
    const written = server.inBulk('write', async (bulk) => {
      await bulk.execute(sql`create temp table single (id int primary key, name text)`);
      await bulk.copyIn(sql`single (id, name)`, twice());
    });
    await expect(written).rejects.toThrow('duplicate key');
  });
});

it('moves everything from the embedded database to PostgreSQL, and leaves the embedded one as it was', async () => {
  const before = await countEvents(embedded.db);
  const migration = (await embedded.inBulk('read', (bulk) => readMigration(bulk, 'drizzle'))) ?? '';
  const order = { source: embedded, target: server, folder: 'drizzle', migration, secret, now };
  const moved = await moveDatabase(order);
  if (!moved.ok) throw new Error(JSON.stringify(moved.problem));
  expect(moved.value.compared.filter((table) => !isSame(table))).toEqual([]);
  expect(moved.value.compared.find(({ table }) => table === 'audit_events')?.to.rows).toBe(before);
  expect(moved.value.audit).toMatchObject({ fault: null });
  expect(await check(server.db)).toEqual(await check(source.db));
  expect(await countEvents(embedded.db)).toBe(before);
});
