import type { SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Executor } from '#lib/server/db/index.ts';

/** The rows of a query, each as the schema says; a server gives an array that has more to it than its rows. */
export async function rowsOf<Row>(
  db: Executor,
  row: v.GenericSchema<unknown, Row>,
  query: SQL
): Promise<Row[]> {
  const answer: unknown = await db.execute(query);
  return v.parse(v.array(row), Array.from(v.parse(v.array(v.unknown()), answer)));
}
