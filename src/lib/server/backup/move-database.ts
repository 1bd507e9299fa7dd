import { success, type Result } from '#lib/domain/result.ts';
import type { BulkTransaction } from '../db/bulk/bulk-transaction.ts';
import { loadTables, type ComparedTable, type IncomingTable } from '../db/bulk/load-tables.ts';
import { rowsInOrder } from '../db/bulk/measure-rows.ts';
import { listOrders, listTableShapes } from '../db/bulk/table-shape.ts';
import type { Database } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { verifyAudit, type Verification } from '../identity/chain/verify-audit.ts';
import { loadInto, type LoadProblem } from './prepare-target.ts';

/** Each table on both sides, and what the audit log of the new place is. */
export type Moved = { compared: ComparedTable[]; audit: Verification };

export type MoveOrder = {
  source: Database;
  target: Database;
  folder: string;
  /** The last migration of the source. */
  migration: string;
  secret: string | null;
  now: Date;
};

async function copyAll({ source, target }: MoveOrder): Promise<ComparedTable[]> {
  const shapes = await listTableShapes(source.db);
  const orders = await listOrders(source.db, shapes);
  async function* read(bulk: BulkTransaction): AsyncGenerator<IncomingTable, void, undefined> {
    for (const shape of shapes) yield { ...shape, rows: bulk.copyOut(rowsInOrder(shape, orders)) };
  }
  return source.inBulk('read', (bulk) => loadTables(target, { shapes, incoming: read(bulk) }));
}

/**
 * Copies everything into an empty database, whole or not at all, from one snapshot; each table is counted and hashed as it
 * leaves, and again as it is stored. Nothing is written to the source.
 */
export async function moveDatabase(order: MoveOrder): Promise<Result<Moved, LoadProblem>> {
  const { target, folder, migration, secret, now } = order;
  const loaded = await loadInto(target, { folder, migration }, () => copyAll(order));
  if (!loaded.ok) return loaded;
  const compared = loaded.value;
  await insertAuditEvent(target.db, {
    at: now,
    actorId: null,
    action: 'database.move',
    subject: { kind: 'database', id: migration },
    detail: { tables: compared.length, rows: compared.reduce((sum, { to }) => sum + to.rows, 0) }
  });
  return success({ compared, audit: await verifyAudit(target.db, { files: [], secret, now }) });
}
