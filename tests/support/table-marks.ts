import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Executor } from '#lib/server/db/index.ts';

const named = v.array(v.object({ name: v.string() }));
const marked = v.array(v.object({ name: v.string(), mark: v.string() }));

/**
 * For each table of ours how many rows it holds, and the sum of the transactions that wrote them. Later transactions have
 * higher numbers, so it changes with every write, of the same value too; it is quicker than to read what the rows hold.
 */
export async function markTables(db: Executor): Promise<Map<string, string>> {
  const found = await db.execute(sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const tables = v.parse(named, found);
  const parts = tables.map(
    ({
      name
    }) => sql`select ${name}::text as name, count(*) || ' ' || coalesce(sum(t.xmin::text::bigint), 0) as mark
      from ${sql.identifier(name)} t`
  );
  const marks = await db.execute(sql.join(parts, sql` union all `));
  return new Map(v.parse(marked, marks).map(({ name, mark }) => [name, mark]));
}

/** The tables that were written in between two marks. */
export const tablesWritten = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].flatMap(([name, mark]) => (before.get(name) === mark ? [] : [name]));
