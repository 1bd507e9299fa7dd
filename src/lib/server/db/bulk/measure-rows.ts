import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { BulkTransaction } from './bulk-transaction.ts';
import { countRows } from './copy-text.ts';
import type { RowOrders, TableShape } from './table-shape.ts';

/** How many rows a table has, and the SHA-256 of all of them in the order of their key, as COPY writes them. */
export type Measure = { rows: number; sha256: string };

/** Rows on their way through: the measure stands once all of them have passed. */
export type MeasuredRows = { rows: AsyncGenerator<Uint8Array, void, undefined>; measure: () => Measure };

/** Counts and hashes rows while somebody else takes them. */
export function measured(source: AsyncIterable<Uint8Array>): MeasuredRows {
  const hash = createHash('sha256');
  let count = 0;
  async function* pass() {
    for await (const chunk of source) {
      count += countRows(chunk);
      hash.update(chunk);
      yield chunk;
    }
  }
  return { rows: pass(), measure: () => ({ rows: count, sha256: hash.digest('hex') }) };
}

/** All rows of a table in the order that `listOrders` gives it. */
export function rowsInOrder({ table, columns }: TableShape, orders: RowOrders): SQL {
  const order = orders.get(table);
  if (order === undefined) throw new Error(`There is no order for the rows of ${table}.`);
  const cells = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `
  );
  return sql`select ${cells} from public.${sql.identifier(table)} order by ${order}`;
}

/** Takes all rows, for what is found out on their way. */
export async function drain(rows: AsyncIterable<Uint8Array>): Promise<void> {
  const iterator = rows[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}

/** Reads a whole table for its measure alone. */
export async function measureTable(bulk: BulkTransaction, query: SQL): Promise<Measure> {
  const { rows, measure } = measured(bulk.copyOut(query));
  await drain(rows);
  return measure();
}
