import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPermission } from '#lib/server/credit/keep-permission.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

/** Who may read and write every row, and owns nothing: what an operator gives the program at most. */
const role = `footnote_test_${crypto.randomUUID().replaceAll('-', '')}`;
const quotedRole = sql.identifier(role);

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase('postgres');
  const { db } = database;
  const learner = await makeCreditedLearner(db);
  const permission = { report: 'pars', granted: false, wording: 'Words.', wordingVersion: 1 };
  await db.transaction((tx) => keepPermission(tx, { learner, permission, now: NOON }));
  await db.execute(sql`create role ${quotedRole}`);
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public to ${quotedRole}`);
});

afterAll(async () => {
  await database.db.execute(sql`drop owned by ${quotedRole}`);
  await database.db.execute(sql`drop role ${quotedRole}`);
  await database.close();
});

const runAs = (statement: SQL) =>
  database.db.transaction(async (tx) => {
    await tx.execute(sql`set local role ${quotedRole}`);
    await tx.execute(statement);
  });

const refused = (statement: SQL) => refusedByDatabase(runAs(statement));

it('may write other rows', async () => {
  await runAs(sql`update profiles set specialty = specialty`);
  await runAs(sql`delete from section_progress`);
});

it.each(['completions', 'credits', 'certificates', 'reporting_permissions', 'audit_events'])(
  'can neither change nor delete rows of %s, nor get rid of what refuses it',
  async (name) => {
    const table = sql.identifier(name);
    const kept = expect.stringContaining('never changed or removed');
    const column = sql.identifier(name === 'audit_events' ? 'action' : 'person_id');
    expect(await refused(sql`update ${table} set ${column} = ${column}`)).toEqual(kept);
    expect(await refused(sql`delete from ${table}`)).toEqual(kept);
    expect(await refused(sql`truncate ${table} cascade`)).toContain('permission denied');
    expect(await refused(sql`alter table ${table} disable trigger all`)).toContain('must be owner');
    expect(await refused(sql`drop table ${table} cascade`)).toContain('must be owner');
  }
);

it('cannot switch triggers off for its session', async () => {
  expect(await refused(sql`set session_replication_role = replica`)).toContain('permission denied');
});

it('cannot add a second credit or a second document beside the first', async () => {
  expect(
    await refused(sql`insert into credits (id, completion_id, person_id, activity_version_id, quarter_credits,
        maximum_quarter_credits, credit_rule_id, claimed_at)
      select gen_random_uuid(), completion_id, person_id, activity_version_id, quarter_credits,
        maximum_quarter_credits, credit_rule_id, claimed_at from credits`)
  ).toContain('credits_once');
  expect(
    await refused(sql`insert into certificates (id, credit_id, person_id, code, document, issued_at)
      select gen_random_uuid(), credit_id, person_id, '0123456789ABCDEFGHJKMNPQRS', document, issued_at
      from certificates`)
  ).toContain('certificates_once');
});
