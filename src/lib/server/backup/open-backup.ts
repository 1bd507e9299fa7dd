import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { IncomingTable } from '../db/bulk/load-tables.ts';
import { measured } from '../db/bulk/measure-rows.ts';
import { BackupDamaged, END_LINE, readHeader, readMeasure, type BackupHeader } from './backup-format.ts';
import { readLines, type Lines } from './read-lines.ts';

/** A backup that is being read, once, from the beginning to the end. */
export type OpenBackup = {
  header: BackupHeader;
  /** Its tables, one after the other. Throws `BackupDamaged` where one is not what the backup says of it. */
  tables: () => AsyncGenerator<IncomingTable, void, undefined>;
  close: () => void;
};

async function* unzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* source;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_'))
      throw new BackupDamaged('The file is cut off, damaged, or not compressed by gzip.');
    throw error;
  }
}

/** The rows of a table; at their end they have to be what the backup says. */
async function* rowsOf(lines: Lines, table: string): AsyncGenerator<Uint8Array, void, undefined> {
  const { rows, measure } = measured(lines.rows());
  yield* rows;
  const stated = readMeasure(await lines.next(), table);
  const found = measure();
  if (found.rows === stated.rows && found.sha256 === stated.sha256) return;
  throw new BackupDamaged(`The table ${table} is not what was backed up: its rows were changed in the file.`);
}

async function* tablesOf(lines: Lines, { tables }: BackupHeader) {
  for (const shape of tables) {
    const line = await lines.next();
    if (!line?.startsWith(`copy public."${shape.table}" (`))
      throw new BackupDamaged(`The table ${shape.table} is missing in the backup.`);
    yield { ...shape, rows: rowsOf(lines, shape.table) };
  }
  if ((await lines.next()) !== END_LINE) throw new BackupDamaged('The backup has no end.');
}

/** Opens the file of a backup. Throws `BackupDamaged`, or what the file system says. */
export async function openBackup(path: string): Promise<OpenBackup> {
  const gunzip = createGunzip();
  const stream = createReadStream(path);
  stream.on('error', (error) => gunzip.destroy(error));
  const lines = readLines(unzip(stream.pipe(gunzip)));
  const close = () => {
    stream.destroy();
    gunzip.destroy();
  };
  try {
    const header = readHeader(await lines.next());
    return { header, tables: () => tablesOf(lines, header), close };
  } catch (error) {
    close();
    throw error;
  }
}
