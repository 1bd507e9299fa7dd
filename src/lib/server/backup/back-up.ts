import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BulkTransaction } from '../db/bulk/bulk-transaction.ts';
import { measured, rowsInOrder, type Measure } from '../db/bulk/measure-rows.ts';
import { copyCommand, listOrders, listTableShapes, type RowOrders } from '../db/bulk/table-shape.ts';
import type { Database } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { END_LINE, END_OF_ROWS, HEADER_MARK, MEASURE_MARK, type BackupHeader } from './backup-format.ts';

/** For whoever runs the program alone: the file is as sensitive as the database. */
const OWNER_ONLY = 0o600;

/** A third of the time of the usual level, for a tenth more bytes. */
const LEVEL = 3;

/** A table as it went into a backup. */
export type BackedUpTable = Measure & { table: string };

type Writing = { header: BackupHeader; orders: RowOrders; tables: BackedUpTable[] };

async function* writeBackup(bulk: BulkTransaction, { header, orders, tables }: Writing) {
  yield Buffer.from(`${HEADER_MARK}${JSON.stringify(header)}\n`);
  for (const shape of header.tables) {
    yield Buffer.from(`${copyCommand(shape)};\n`);
    const { rows, measure } = measured(bulk.copyOut(rowsInOrder(shape, orders)));
    yield* rows;
    const found = measure();
    tables.push({ table: shape.table, ...found });
    yield Buffer.from(`${END_OF_ROWS}\n${MEASURE_MARK}${JSON.stringify(found)}\n`);
  }
  yield Buffer.from(`${END_LINE}\n`);
}

/** The file has its name once it is whole and on the disk, and does not stay where anything failed. Returns its bytes. */
async function keepAs(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', mode: OWNER_ONLY, flush: true });
    await pipeline(Readable.from(chunks), createGzip({ level: LEVEL }), file);
    await rename(unfinished, path);
    return file.bytesWritten;
  } finally {
    await rm(unfinished, { force: true });
  }
}

export type BackupOrder = { path: string; migration: string; program: string; now: Date };

/**
 * Writes all tables into one file, from one snapshot, in memory that does not grow with them. That it was made is itself an
 * audit event, the last one in it.
 */
export async function backUp(
  database: Pick<Database, 'db' | 'inBulk'>,
  { path, migration, program, now }: BackupOrder
): Promise<{ bytes: number; tables: BackedUpTable[] }> {
  await insertAuditEvent(database.db, {
    at: now,
    actorId: null,
    action: 'database.back-up',
    subject: { kind: 'database', id: migration }
  });
  const shapes = await listTableShapes(database.db);
  const orders = await listOrders(database.db, shapes);
  const header: BackupHeader = { format: 1, program, migration, at: now.toISOString(), tables: shapes };
  const tables: BackedUpTable[] = [];
  // A file that fails ends the reading, and with it the connection: what that says would hide why.
  const reasons: unknown[] = [];
  const bytes = await database
    .inBulk('read', (bulk) =>
      keepAs(path, writeBackup(bulk, { header, orders, tables })).catch((error: unknown) => {
        reasons.push(error);
        throw error;
      })
    )
    .catch((error: unknown) => {
      throw reasons[0] ?? error;
    });
  return { bytes, tables };
}
