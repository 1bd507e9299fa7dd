import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../index.ts';
import { textOf } from './copy-text.ts';

/** A table as far as its rows are concerned. */
export type TableShape = {
  table: string;
  /** What is stored, in the order of the table: what the database computes from it is left out. */
  columns: string[];
};

/** The tables of the program, by name, partitions under the name of the whole. */
export function listTableShapes(db: Executor): Promise<TableShape[]> {
  return db
    .select({
      table: sql<string>`c.relname::text`,
      columns: sql<string[]>`(select jsonb_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')`
    })
    .from(sql`pg_class c`)
    .where(sql`c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`)
    .orderBy(sql`c.relname::text collate "C"`);
}

/** By table, what stands behind ORDER BY. */
export type RowOrders = Map<string, SQL>;

/** What says in which order rows are read: the primary key where there is one, else everything; text by its bytes. */
export async function listOrders(db: Executor, shapes: TableShape[]): Promise<RowOrders> {
  const rows = await db
    .select({
      table: sql<string>`c.relname::text`,
      column: sql<string>`a.attname::text`,
      isText: sql<boolean>`a.attcollation <> 0`
    })
    .from(
      sql`pg_index i join pg_class c on c.oid = i.indrelid
        cross join unnest(i.indkey::int2[]) with ordinality as part (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = part.number`
    )
    .where(sql`c.relnamespace = 'public'::regnamespace and i.indisprimary and not c.relispartition`)
    .orderBy(sql`1`, sql`part.place`);
  const keys = Map.groupBy(rows, ({ table }) => table);
  const wordsOf = ({ table, columns }: TableShape) =>
    keys
      .get(table)
      ?.map(({ column, isText }) =>
        isText ? sql`${sql.identifier(column)} collate "C"` : sql.identifier(column)
      ) ?? columns.map((column) => sql`${sql.identifier(column)}::text collate "C"`);
  return new Map(shapes.map((shape) => [shape.table, sql.join(wordsOf(shape), sql`, `)]));
}

/** The table and its columns, as COPY … FROM takes them. */
export function withColumns({ table, columns }: TableShape): SQL {
  return sql`public.${sql.identifier(table)} (${sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `
  )})`;
}

/** What stands in front of its rows in a text for `psql`. */
export const copyCommand = (shape: TableShape): string => textOf(sql`copy ${withColumns(shape)} from stdin`);
