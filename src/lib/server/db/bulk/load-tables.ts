import type { Database } from '../index.ts';
import { bareTables, fitTables, listUsedTables, lockTables, readFittings } from './bare-tables.ts';
import type { BulkTransaction } from './bulk-transaction.ts';
import { measured, measureTable, rowsInOrder, type Measure } from './measure-rows.ts';
import { listOrders, listTableShapes, withColumns, type RowOrders, type TableShape } from './table-shape.ts';

/** A table on its way in, with its rows as COPY writes them, in the order of their key. */
export type IncomingTable = TableShape & { rows: AsyncIterable<Uint8Array> };

/** A table as it came and as it is stored now. */
export type ComparedTable = { table: string; from: Measure; to: Measure };

/** Why nothing was loaded; the database is as it was. */
export type LoadRefusal =
  | { kind: 'not-empty'; tables: string[] }
  | { kind: 'other-tables'; tables: string[] }
  | { kind: 'differs'; compared: ComparedTable[] };

/** Rolls the transaction back, and carries the reason out of it. */
export class LoadRefused extends Error {
  override name = 'LoadRefused';
  refusal: LoadRefusal;
  constructor(refusal: LoadRefusal) {
    super(`Nothing was loaded: ${refusal.kind}.`);
    this.refusal = refusal;
  }
}

const sameMeasure = (one: Measure, other: Measure) => one.rows === other.rows && one.sha256 === other.sha256;

/** Whether a table is stored as it came. */
export const isSame = ({ from, to }: ComparedTable): boolean => sameMeasure(from, to);

/** Tables that only one side has, or with other columns. */
function otherTables(here: TableShape[], there: TableShape[]): string[] {
  const texts = (shapes: TableShape[]) => shapes.map((shape) => JSON.stringify([shape.table, shape.columns]));
  const both = new Set(texts(here)).intersection(new Set(texts(there)));
  const odd = [...here, ...there].filter((shape) => !both.has(JSON.stringify([shape.table, shape.columns])));
  return [...new Set(odd.map(({ table }) => table))];
}

async function takeIn(
  bulk: BulkTransaction,
  incoming: AsyncIterable<IncomingTable>
): Promise<Map<string, { shape: TableShape; from: Measure }>> {
  const taken = new Map<string, { shape: TableShape; from: Measure }>();
  for await (const { table, columns, rows } of incoming) {
    const passing = measured(rows);
    const shape = { table, columns };
    await bulk.copyIn(withColumns(shape), passing.rows);
    taken.set(table, { shape, from: passing.measure() });
  }
  return taken;
}

/** Reads every table again from where it is stored now. */
async function compare(
  bulk: BulkTransaction,
  taken: Awaited<ReturnType<typeof takeIn>>,
  orders: RowOrders
): Promise<ComparedTable[]> {
  const compared: ComparedTable[] = [];
  for (const [table, { shape, from }] of taken)
    compared.push({ table, from, to: await measureTable(bulk, rowsInOrder(shape, orders)) });
  return compared;
}

/**
 * Puts whole tables into a database that was migrated and never used: all of them, or nothing. Triggers do not fire, since
 * what they would do is among the rows; checks and foreign keys hold. Then every table is read again and compared with
 * what came. Throws `LoadRefused`, and whatever `incoming` throws.
 */
export async function loadTables(
  database: Pick<Database, 'db' | 'inBulk'>,
  { shapes, incoming }: { shapes: TableShape[]; incoming: AsyncIterable<IncomingTable> }
): Promise<ComparedTable[]> {
  const tables = await listTableShapes(database.db);
  const others = otherTables(tables, shapes);
  if (others.length > 0) throw new LoadRefused({ kind: 'other-tables', tables: others });
  const fittings = { ...(await readFittings(database.db)), tables };
  const orders = await listOrders(database.db, tables);
  return database.inBulk('write', async (bulk) => {
    await lockTables(bulk, tables);
    const used = await listUsedTables(bulk, tables);
    if (used.length > 0) throw new LoadRefused({ kind: 'not-empty', tables: used });
    await bareTables(bulk, fittings);
    const taken = await takeIn(bulk, incoming);
    const filled = [...taken].flatMap(([table, { from }]) => (from.rows > 0 ? [table] : []));
    await fitTables(bulk, { ...fittings, filled });
    const compared = await compare(bulk, taken, orders);
    if (compared.length < tables.length || !compared.every(isSame))
      throw new LoadRefused({ kind: 'differs', compared });
    return compared;
  });
}
