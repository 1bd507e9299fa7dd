import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listAttempts } from '#lib/server/attempt/queries.ts';
import { openDatabase, type Database, type Executor } from '#lib/server/db/index.ts';
import { keepAuditChain } from '#lib/server/identity/chain/keep-audit-chain.ts';
import { verifyAudit } from '#lib/server/identity/chain/verify-audit.ts';
import { inspectWall } from '#lib/server/db/wall/inspect-wall.ts';
import { LEARNER_TABLES, NOT_LEARNERS } from '#lib/server/db/wall/learner-tables.ts';
import { LISTED_TABLES } from '#lib/server/db/wall/privileges.ts';
import { staffRoleOf } from '#lib/server/db/wall/roles.ts';
import { dropGuards, rowFor, type Holder } from '../../support/any-row.ts';
import { dropDatabaseRoles, giveToRoles, makeDatabaseRoles } from '../../support/database-roles.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const TABLES = [...LEARNER_TABLES.keys()];
const holder = (): Holder => ({ person: randomUUID(), record: randomUUID(), event: 0 });
const ada = holder();
const ben = holder();

const { serverUrl, postgres } = inject('templates');
const name = uniqueDatabaseName('wall');
let roles: Awaited<ReturnType<typeof makeDatabaseRoles>>;
let owner: Database;
let program: Database;
let asAda: Executor;
let asNobody: Executor;

/** A row of each table for the holder, past triggers and foreign keys. */
async function fillFor(who: Holder): Promise<void> {
  await owner.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(await rowFor(tx, 'audit_events', who));
    const [event] = await tx.select({ id: sql<string>`max(id)` }).from(sql`audit_events`);
    who.event = Number(event?.id);
    const others = TABLES.filter((table) => table !== 'audit_events');
    for (const table of others) await tx.execute(await rowFor(tx, table, who));
  });
}

beforeAll(async () => {
  roles = await makeDatabaseRoles(serverUrl);
  const url = await createDatabase(serverUrl, name, postgres.empty);
  owner = await openDatabase({ databaseUrl: url, dataDir: '' });
  const { DATABASE_URL } = await giveToRoles(serverUrl, url, roles);
  program = await openDatabase({ databaseUrl: DATABASE_URL, migrationDatabaseUrl: url, dataDir: '' });
  await program.migrate('drizzle');
  await dropGuards(owner.db, TABLES);
  await fillFor(ada);
  await fillFor(ben);
  asAda = program.forPerson(ada.person);
  asNobody = program.forPerson(null);
});

afterAll(async () => {
  await program.close();
  await owner.close();
  await dropDatabase(serverUrl, name);
  await dropDatabaseRoles(serverUrl, roles);
});

const isBens = (table: string) => {
  const text = sql`${sql.identifier(table)}::text`;
  return sql`${text} like ${`%${ben.person}%`} or ${text} like ${`%${ben.record}%`}
    or ${table}::text = 'audit_particulars' and ${text} like ${`(${ben.event},%`}`;
};

async function count(db: Executor, table: string, where: SQL = sql`true`): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`${sql.identifier(table)}`)
    .where(where);
  return row?.count ?? -1;
}

/** The tables that do not answer as they should. */
async function listWrong(answer: (table: string) => Promise<unknown>, right: unknown): Promise<unknown[]> {
  const answers = await Promise.all(TABLES.map(async (table) => [table, await answer(table)] as const));
  return answers.filter(([, found]) => found !== right);
}

describe('row-level security', () => {
  it('shows a learner their own row of every table, and never another’s', async () => {
    expect(await listWrong((table) => count(asAda, table), 1)).toEqual([]);
    expect(await listWrong((table) => count(asAda, table, isBens(table)), 0)).toEqual([]);
  });

  it('shows nothing to who is not signed in, and all to educators, admins and jobs', async () => {
    expect(await listWrong((table) => count(asNobody, table), 0)).toEqual([]);
    expect(await listWrong((table) => count(program.db, table, isBens(table)), 1)).toEqual([]);
  });

  it('lets a learner neither change, nor remove, nor add a row of another', async () => {
    /** How many rows a statement touched, or whether it was refused. */
    const touch = (statement: SQL) =>
      asAda.execute(statement).then(
        (rows) => (Array.isArray(rows) && rows.length > 0 ? 'touched' : 'kept'),
        (error: unknown) =>
          /permission denied/.test(String(error instanceof Error && error.cause)) ? 'kept' : error
      );
    const remove = (table: string) =>
      touch(sql`delete from ${sql.identifier(table)} where ${isBens(table)} returning 1`);
    const more = { ...ben, record: randomUUID() };
    const add = async (table: string) =>
      /row-level security|permission denied/.test(
        await refusedByDatabase(asAda.execute(await rowFor(owner.db, table, more)))
      );
    expect(await listWrong(remove, 'kept')).toEqual([]);
    expect(await touch(sql`update attempts set answered = 1 where ${isBens('attempts')} returning 1`)).toBe(
      'kept'
    );
    expect(await listWrong(add, true)).toEqual([]);
    expect(await listWrong((table) => count(owner.db, table, isBens(table)), 1)).toEqual([]);
  });

  it('finds nothing for an action whose own check of the owner is missing', async () => {
    const which = { assessmentId: ben.record, personId: ben.person };
    expect(await listAttempts(asAda, which)).toEqual([]);
    expect(await listAttempts(program.db, which)).toHaveLength(1);
  });

  it('never mixes up who asks: 200 requests at once, in and outside of transactions, some of them failing', async () => {
    const seen = async (db: Executor) => {
      const rows = await db.select({ person: sql<string>`person_id` }).from(sql`attempts`);
      return rows.map(({ person }) => person).join();
    };
    const fail = (db: Executor) =>
      db.execute(sql`select 1 / 0`).then(
        () => '',
        () => 'failed'
      );
    const ask = async (_: unknown, nth: number): Promise<[string, string]> => {
      const who = [ada.person, ben.person, null][nth % 3] ?? null;
      const db = program.forPerson(who);
      if (nth % 7 === 0) await fail(db);
      if (nth % 5 === 0) await db.transaction(fail).catch(() => 'rolled back');
      const answer = nth % 2 === 0 ? await seen(db) : await db.transaction((tx) => tx.transaction(seen));
      return [answer, who ?? ''];
    };
    const answers = await Promise.all(Array.from({ length: 200 }, ask));
    expect(answers.filter(([answer, who]) => answer !== who)).toEqual([]);
  });

  it('is there again, and nobody else’s, after every connection was lost', async () => {
    await owner.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = ${roles.application} and datname = current_database()`);
    const until = Date.now() + 20_000;
    const again = async (): Promise<number> => {
      try {
        return await count(asAda, 'attempts');
      } catch (error) {
        if (Date.now() > until) throw error;
        return again();
      }
    };
    expect(await Promise.all(Array.from({ length: 30 }, again))).toEqual(Array.from({ length: 30 }, () => 1));
  });

  it('takes nothing but a person’s id for one', () => {
    expect(() => program.forPerson(`' or true --`)).toThrow('not the id of a person');
  });
});

describe('the lists of tables', () => {
  it('name every table with a path to a person: what belongs to a learner, or why it does not', async () => {
    const learners = sql.join(
      TABLES.map((table) => sql`${table}::text`),
      sql`, `
    );
    const rows = await owner.db
      .select({ table: sql<string>`c.relname::text` })
      .from(sql`pg_class c`)
      .where(
        sql`c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (
          exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
            and f.confrelid::regclass::text in ('people', ${learners}))
          or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'event_id')))`
      );
    const listed = [...TABLES, ...NOT_LEARNERS.keys()];
    expect(rows.map(({ table }) => table).filter((table) => !listed.includes(table))).toEqual([]);
    const exists = (table: string) => count(owner.db, table).then(() => true);
    for (const table of [...listed, ...LISTED_TABLES]) expect(await exists(table), table).toBe(true);
    expect(TABLES.filter((table) => NOT_LEARNERS.has(table))).toEqual([]);
  });
});

describe('the roles of the program', () => {
  it('own nothing, create nothing and have no more than is listed; each way out of it is found and taken back', async () => {
    const faults = async () => (await inspectWall(program.db))?.flatMap((finding) => finding.faults);
    expect(await faults()).toEqual([]);
    const role = sql.identifier(roles.application);
    const staff = sql.identifier(staffRoleOf(roles.application));
    await owner.db.execute(sql`grant truncate on attempts to ${role}`);
    await owner.db.execute(sql`grant update (quarter_credits) on credits to ${staff}`);
    await owner.db.execute(sql`grant select on sessions to public`);
    await owner.db.execute(sql`grant create on schema public to ${role}`);
    await owner.db.execute(sql`alter table certificates disable row level security`);
    await owner.db.execute(sql`create policy mine on attempts using (true)`);
    await owner.db.execute(sql`revoke insert on evaluations from ${role}`);
    const found = (await faults())?.join('\n');
    for (const words of [
      'TRUNCATE on public.attempts',
      'UPDATE on public.credits (quarter_credits)',
      'public: SELECT on public.sessions',
      'may create in schema public',
      'certificates is open',
      'attempts has a policy that is not ours',
      'INSERT on public.evaluations'
    ])
      expect(found).toContain(words);
    await program.migrate('drizzle');
    expect(await faults()).toEqual([]);
  });

  it('may not take off what holds them', async () => {
    for (const db of [asAda, program.db]) {
      const refused = (statement: SQL) => refusedByDatabase(db.execute(statement));
      expect(await refused(sql`alter table attempts disable row level security`)).toContain('must be owner');
      expect(await refused(sql`alter table credits disable trigger all`)).toContain('must be owner');
      expect(await refused(sql`drop table audit_events cascade`)).toContain('must be owner');
      expect(await refused(sql`create table more ()`)).toContain('permission denied');
      expect(await refused(sql`set session_replication_role = replica`)).toContain('permission denied');
      for (const table of ['audit_events', 'credits', 'certificates', 'completions']) {
        const rows = sql.identifier(table);
        expect(
          await refused(
            sql`update ${rows} set ${sql.identifier(table === 'audit_events' ? 'action' : 'id')} = default`
          )
        ).toContain('permission denied');
        expect(await refused(sql`delete from ${rows}`)).toContain('permission denied');
        expect(await refused(sql`truncate ${rows} cascade`)).toContain('permission denied');
      }
    }
    expect(await refusedByDatabase(asAda.execute(sql`create temp table attempts ()`))).toContain(
      'permission denied'
    );
  });
});

it('lets the program seal, sign off and verify the audit log', async () => {
  const now = new Date('2027-02-01T12:00:00Z');
  await keepAuditChain(program.db, { headFolder: null, secret: null, now });
  const found = await verifyAudit(program.db, { files: [], secret: null, now });
  expect(found).toMatchObject({ fault: null, headsInside: 1 });
  expect(found.position).toBeGreaterThanOrEqual(2);
});
