import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../index.ts';
import type { BulkTransaction } from './bulk-transaction.ts';
import { literal } from './copy-text.ts';
import type { TableShape } from './table-shape.ts';

/** What stands on the tables beside their rows, as the catalogue names it. */
export type Fittings = {
  foreignKeys: { table: string; name: string; definition: string }[];
  /** Tables with triggers. */
  guarded: string[];
  /** Columns that number themselves. */
  numbered: { table: string; column: string }[];
};

/** Each holds one row of settings from its migration on. */
const SETTINGS = ['audit_sealing', 'reference_settings', 'retention_settings', 'review_settings'];

const nameOf = (table: string) => sql`public.${sql.identifier(table)}`;

/** Reads what has to be taken off before rows come in as they are, and put on again. */
export async function readFittings(db: Executor): Promise<Fittings> {
  const foreignKeys = await db
    .select({
      table: sql<string>`c.relname::text`,
      name: sql<string>`f.conname::text`,
      definition: sql<string>`pg_get_constraintdef(f.oid)`
    })
    .from(sql`pg_constraint f join pg_class c on c.oid = f.conrelid`)
    .where(sql`f.contype = 'f' and f.conparentid = 0 and c.relnamespace = 'public'::regnamespace`);
  const guarded = await db
    .selectDistinct({ table: sql<string>`c.relname::text` })
    .from(sql`pg_trigger t join pg_class c on c.oid = t.tgrelid`)
    .where(sql`not t.tgisinternal and c.relnamespace = 'public'::regnamespace and not c.relispartition`);
  const numbered = await db
    .select({ table: sql<string>`c.relname::text`, column: sql<string>`a.attname::text` })
    .from(sql`pg_attribute a join pg_class c on c.oid = a.attrelid`)
    .where(
      sql`a.attidentity <> '' and c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p') and not c.relispartition`
    );
  return { foreignKeys, guarded: guarded.map(({ table }) => table), numbered };
}

/** The tables that have rows beyond those of a database that was migrated and never used. */
export async function listUsedTables(bulk: BulkTransaction, tables: TableShape[]): Promise<string[]> {
  const asked = tables.filter(({ table }) => !SETTINGS.includes(table));
  const queries = asked.map(({ table }) => {
    return sql`select ${literal(table)} where exists (select from ${nameOf(table)})`;
  });
  const texts: string[] = [];
  for await (const chunk of bulk.copyOut(sql.join(queries, sql` union all `)))
    texts.push(Buffer.from(chunk).toString('utf8'));
  return texts.join('').split('\n').filter(Boolean);
}

/**
 * Keeps everybody out until the transaction ends. By the owner's rights alone, which is all that a rented server gives:
 * `session_replication_role` would need a superuser.
 */
export async function lockTables(bulk: BulkTransaction, tables: TableShape[]): Promise<void> {
  const all = sql.join(
    tables.map(({ table }) => nameOf(table)),
    sql`, `
  );
  await bulk.execute(sql`lock table ${all} in access exclusive mode`);
}

/** Takes triggers and foreign keys off, and the rows that the migrations made. */
export async function bareTables(
  bulk: BulkTransaction,
  { tables, foreignKeys, guarded }: Fittings & { tables: TableShape[] }
): Promise<void> {
  const statements: SQL[] = [
    ...guarded.map((table) => sql`alter table ${nameOf(table)} disable trigger user`),
    ...foreignKeys.map(
      ({ table, name }) => sql`alter table ${nameOf(table)} drop constraint ${sql.identifier(name)}`
    ),
    ...SETTINGS.filter((table) => tables.some((shape) => shape.table === table)).map(
      (table) => sql`delete from ${nameOf(table)}`
    )
  ];
  await bulk.execute(sql.join(statements, sql`; `));
}

/** Puts everything on again: each foreign key is checked over all rows, and numbering goes on behind the highest. */
export async function fitTables(
  bulk: BulkTransaction,
  { foreignKeys, guarded, numbered, filled }: Fittings & { filled: string[] }
): Promise<void> {
  const statements: SQL[] = [
    ...foreignKeys.map(
      ({ table, name, definition }) =>
        // eslint-disable-next-line no-restricted-syntax -- the catalogue's own words for the constraint
        sql`alter table ${nameOf(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`
    ),
    ...numbered.map(({ table, column }) => {
      const last = sql`max(${sql.identifier(column)})`;
      const sequence = sql`pg_get_serial_sequence(${literal(`public.${table}`)}, ${literal(column)})`;
      return sql`select setval(${sequence}, coalesce(${last}, 1), ${last} is not null) from ${nameOf(table)}`;
    }),
    ...guarded.map((table) => sql`alter table ${nameOf(table)} enable trigger user`),
    ...filled.map((table) => sql`analyze ${nameOf(table)}`)
  ];
  await bulk.execute(sql.join(statements, sql`; `));
}
