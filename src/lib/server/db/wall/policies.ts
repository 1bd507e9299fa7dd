import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Executor } from '../index.ts';
import { LEARNER_TABLES, type RowRule } from './learner-tables.ts';
import type { WallRoles } from './roles.ts';

/** A policy of row-level security, as far as it is looked at. */
type Policy = { table: string; name: string };

type WantedPolicy = Policy & { create: SQL };

const dialect = new PgDialect();

/** A policy's name ends in a digest of what it says: another rule, or another role, is another policy. */
function named(table: string, kind: string, words: SQL): WantedPolicy {
  const text = dialect.sqlToQuery(words).sql;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const name = `${kind}_${digest}`;
  const create = sql`create policy ${sql.identifier(name)} on ${sql.identifier(table)} ${words}`;
  return { table, name, create };
}

function policiesOn(table: string, { own, added, isKept }: RowRule, roles: WallRoles): WantedPolicy[] {
  const to = sql`to ${sql.identifier(roles.application)}`;
  const learners = isKept
    ? [sql`for select ${to} using (${own})`, sql`for insert ${to} with check (${added})`]
    : [sql`for all ${to} using (${own}) with check (${added})`];
  // A rule that is always true costs nothing: the plans of reports are those without a wall.
  const all = sql`for all to ${sql.identifier(roles.staff)} using (true) with check (true)`;
  return [...learners.map((words) => named(table, 'learner', words)), named(table, 'staff', all)];
}

/** All tables of learners with whether the wall stands around them, and the policies on them. */
async function readTables(db: Executor) {
  const tables = await db
    .select({ table: sql<string>`c.relname::text`, isOn: sql<boolean>`c.relrowsecurity` })
    .from(sql`pg_class c`)
    .where(sql`c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  const policies = await db
    .select({ table: sql<string>`c.relname::text`, name: sql<string>`p.polname::text` })
    .from(sql`pg_policy p join pg_class c on c.oid = p.polrelid`)
    .where(sql`c.relnamespace = 'public'::regnamespace`);
  return { tables, policies };
}

/** What has to be done so that the policies are those of learner-tables.ts: nothing, where the wall stands. */
export async function comparePolicies(db: Executor, roles: WallRoles) {
  const { tables, policies } = await readTables(db);
  const wanted = [...LEARNER_TABLES].flatMap(([table, rule]) => policiesOn(table, rule, roles));
  const isSame = (one: Policy) => (other: Policy) => one.table === other.table && one.name === other.name;
  return {
    open: tables.filter(({ table, isOn }) => LEARNER_TABLES.has(table) && !isOn).map(({ table }) => table),
    missing: wanted.filter((policy) => !policies.some(isSame(policy))),
    excess: policies.filter((policy) => !wanted.some(isSame(policy)))
  };
}
