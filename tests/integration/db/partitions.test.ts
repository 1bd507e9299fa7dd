import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { listTableShapes } from '#lib/server/db/bulk/table-shape.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { keepPartitions, partitionDatabase } from '#lib/server/db/partition/partition-database.ts';
import { attemptItems, attempts, responses } from '#lib/server/db/schema/attempt.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { inspectWall } from '#lib/server/db/wall/inspect-wall.ts';
import { verifyAudit } from '#lib/server/identity/chain/verify-audit.ts';
import { dropDatabaseRoles, giveToRoles, makeDatabaseRoles } from '../../support/database-roles.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';
import { regrade } from '../../support/regraded.ts';
import { makeWholeCompletion } from '../../support/whole-completion.ts';

const { serverUrl, postgres } = inject('templates');
const name = uniqueDatabaseName('parts');
const december = new Date('2026-12-15T00:00:00Z');

let roles: Awaited<ReturnType<typeof makeDatabaseRoles>>;
let owner: Database;
let program: Database;

beforeAll(async () => {
  roles = await makeDatabaseRoles(serverUrl);
  const url = await createDatabase(serverUrl, name, postgres.sample);
  owner = await openDatabase({ databaseUrl: url, dataDir: '' });
  const { DATABASE_URL } = await giveToRoles(serverUrl, url, roles);
  program = await openDatabase({ databaseUrl: DATABASE_URL, migrationDatabaseUrl: url, dataDir: '' });
  await program.migrate('drizzle');
});

afterAll(async () => {
  await Promise.all([program.close(), owner.close()]);
  await dropDatabase(serverUrl, name);
  await dropDatabaseRoles(serverUrl, roles);
});

/** In which partitions a person's responses lie. */
async function placesOf(personId: string): Promise<string[]> {
  const rows = await owner.db
    .selectDistinct({ place: sql<string>`${responses}.tableoid::regclass::text` })
    .from(responses)
    .innerJoin(attempts, eq(attempts.id, responses.attemptId))
    .where(eq(attempts.personId, personId))
    .orderBy(sql`1`);
  return rows.map(({ place }) => place);
}

/** A copy of somebody's attempts under random ids, as they were given before. */
async function copyUnderRandomIds(personId: string): Promise<void> {
  await owner.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`create temp table fresh on commit drop as
      select id as old, ('0000' || substr(gen_random_uuid()::text, 5))::uuid as id from attempts where person_id = ${personId}`);
    await tx.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at,
        submitted_at, items_correct, items_total, passed)
      select f.id, assessment_id, person_id, ordinal + 100, state, seed, answered, started_at, submitted_at, items_correct,
        items_total, passed from attempts a join fresh f on f.old = a.id`);
    await tx.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
      select f.id, position, item_version_id, option_order from attempt_items i join fresh f on f.old = i.attempt_id`);
    await tx.execute(sql`insert into responses select f.id, position, response, correct, sequence, idempotency_key, answered_at
      from responses r join fresh f on f.old = r.attempt_id`);
  });
}

/** Drops the first item of a person's assessment, for everybody who was given it. */
async function regradeSomething(personId: string): Promise<void> {
  const [place] = await owner.db
    .select({ itemVersionId: attemptItems.itemVersionId })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.id, attemptItems.attemptId))
    .where(and(eq(attempts.personId, personId), isNotNull(attempts.passed)))
    .limit(1);
  const admin = await makePerson(program.db, { roles: ['admin'] });
  const itemVersionId = place?.itemVersionId ?? '';
  await regrade(program.db, {
    itemVersionId,
    regrade: { kind: 'drop-item' },
    reason: 'Two keys',
    actorId: admin.id
  });
}

const verify = () => verifyAudit(program.db, { files: [], secret: null, now: december });

it('partitions what there is by month, and everything goes on as before, behind the wall as well', async () => {
  const first = await makeWholeCompletion(program.db);
  await copyUnderRandomIds(first.personId);
  const before = (await verify()).position;
  expect(await keepPartitions(program, december)).toBeNull();
  expect(await partitionDatabase(program, december)).toEqual({ isNew: true, responses: 3, audit: 0 });
  expect(await partitionDatabase(program, december)).toEqual({ isNew: false, responses: 0, audit: 0 });

  const written = await owner.db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.action, 'database.partition'))
    .orderBy(auditEvents.id);
  expect(written.map(({ detail }) => detail)).toEqual([
    { isNew: true, responses: 3, audit: 0 },
    { isNew: false, responses: 0, audit: 0 }
  ]);

  const second = await makeWholeCompletion(program.db);
  expect(await placesOf(first.personId)).toEqual(['responses_2027_01', 'responses_earlier']);
  expect(await placesOf(second.personId)).toEqual(['responses_2027_01']);
  await regradeSomething(second.personId);
  expect(await verify()).toMatchObject({ fault: null });
  expect((await verify()).position).toBeGreaterThan(before);

  expect((await inspectWall(program.db))?.flatMap(({ faults }) => faults)).toEqual([]);
  await program.migrate('drizzle');
  expect((await inspectWall(program.db))?.flatMap(({ faults }) => faults)).toEqual([]);
  const asSecond = program.forPerson(second.personId);
  const seen = await asSecond.select({ id: responses.attemptId }).from(responses);
  const all = await program.db.select({ id: responses.attemptId }).from(responses);
  expect(all.length).toBe(seen.length * 3);
  for (const part of ['responses_2027_01', 'responses_earlier', 'audit_events_open', 'audit_events_earlier'])
    for (const db of [asSecond, program.db])
      expect(await refusedByDatabase(db.execute(sql`select from ${sql.identifier(part)}`))).toContain(
        'denied'
      );
});

it('cuts the log when a month has ended, and keeps it append-only in every part', async () => {
  const february = new Date('2027-02-10T00:00:00Z');
  expect(await keepPartitions(program, february)).toEqual({ isNew: false, responses: 2, audit: 1 });
  expect(await verify()).toMatchObject({ fault: null });
  for (const part of ['audit_events', 'audit_events_earlier', 'audit_events_2026_12', 'audit_events_open']) {
    const rows = sql.identifier(part);
    expect(await refusedByDatabase(owner.db.execute(sql`truncate ${rows}`)), part).toContain('never changed');
  }
  for (const part of ['audit_events', 'audit_events_earlier', 'audit_events_2026_12'])
    expect(await refusedByDatabase(owner.db.execute(sql`delete from ${sql.identifier(part)}`))).toContain(
      'never changed'
    );
  expect(await refusedByDatabase(owner.db.execute(sql`update responses set correct = not correct`))).toMatch(
    /changed in place|submitted/
  );
  const tables = (await listTableShapes(owner.db)).map(({ table }) => table);
  expect(tables.filter((table) => /^(responses|audit_events)/.test(table))).toEqual([
    'audit_events',
    'responses'
  ]);
});
