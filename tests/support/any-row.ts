import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/** A person, and the id of everything that is theirs: what refers to another record of theirs has the same. */
export type Holder = { person: string; record: string; event: number };

type Column = { name: string; type: string; isPerson: boolean };

/** What a row cannot do without, and who it is of. */
function listColumns(db: Executor, table: string): Promise<Column[]> {
  return db
    .select({
      name: sql<string>`a.attname::text`,
      type: sql<string>`a.atttypid::regtype::text`,
      isPerson: sql<boolean>`a.attname in ('person_id', 'actor_id')`
    })
    .from(sql`pg_attribute a`)
    .where(
      sql`a.attrelid = ('public.' || ${table}::text)::regclass and a.attnum > 0 and not a.attisdropped
        and (a.attname in ('person_id', 'actor_id') or (a.attnotnull and not a.atthasdef and a.attidentity = ''))`
    );
}

function valueOf({ name, type, isPerson }: Column, { person, record, event }: Holder) {
  if (isPerson) return sql`${person}`;
  if (name === 'event_id') return sql`${event}`;
  switch (type) {
    case 'uuid':
    case 'text':
      return sql`${record}`;
    case 'bytea':
      return sql`decode(replace(${record}::text, '-', ''), 'hex')`;
    case 'jsonb':
      return sql`'{}'`;
    case 'boolean':
      return sql`false`;
    case 'date':
    case 'timestamp with time zone':
      return sql`now()`;
    case 'tsvector':
      return sql`''`;
    default:
      return sql`1`;
  }
}

/** A statement that adds a row of this holder to a table of learners' data, whatever its columns are. */
export async function rowFor(db: Executor, table: string, holder: Holder) {
  const columns = await listColumns(db, table);
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `
  );
  const values = sql.join(
    columns.map((column) => valueOf(column, holder)),
    sql`, `
  );
  return sql`insert into ${sql.identifier(table)} (${names}) values (${values})`;
}

/** Takes checks and triggers off these tables, so that a row is about whose it is, and about nothing else. */
export async function dropGuards(db: Executor, tables: readonly string[]): Promise<void> {
  const checks = await db
    .select({ table: sql<string>`conrelid::regclass::text`, name: sql<string>`conname::text` })
    .from(sql`pg_constraint`)
    .where(sql`contype = 'c' and connamespace = 'public'::regnamespace`);
  for (const { table, name } of checks.filter((check) => tables.includes(check.table))) {
    await db.execute(sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`);
  }
  for (const table of tables) {
    await db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
  }
}
