import { failure, success, type Result } from '#lib/domain/result.ts';
import { listUsedTables } from '../db/bulk/bare-tables.ts';
import { LoadRefused, type ComparedTable, type LoadRefusal } from '../db/bulk/load-tables.ts';
import { migrateTo, placeOfMigration, readMigration } from '../db/bulk/migration-list.ts';
import { listTableShapes } from '../db/bulk/table-shape.ts';
import type { Database } from '../db/index.ts';
import { installQueue } from '../jobs/install-queue.ts';

/** Where the migrations lie, and the one that the rows fit into. */
export type Schema = { folder: string; migration: string };

/** Why rows cannot come into a database; it is as it was. */
export type LoadProblem =
  | LoadRefusal
  /** The rows come from a later version of the program. */
  | { kind: 'later-program'; migration: string }
  /** The database was brought further than the rows: there is no way back. */
  | { kind: 'later-database'; migration: string };

/** What is in use in a database of an older program, which is not to be brought further for rows that it will not take. */
async function listUsed(database: Database): Promise<string[]> {
  const tables = await listTableShapes(database.db);
  return database.inBulk('read', (bulk) => listUsedTables(bulk, tables));
}

async function prepare(database: Database, { folder, migration }: Schema): Promise<LoadProblem | null> {
  const place = placeOfMigration(folder, migration);
  if (place === -1) return { kind: 'later-program', migration };
  const applied = await database.inBulk('read', (bulk) => readMigration(bulk, folder));
  if (applied === migration) return null;
  const isLater = applied !== null && (applied === 'unknown' || placeOfMigration(folder, applied) > place);
  if (isLater) return { kind: 'later-database', migration: applied };
  const used = applied === null ? [] : await listUsed(database);
  if (used.length > 0) return { kind: 'not-empty', tables: used };
  await migrateTo(database, { folder, last: migration });
  return null;
}

/**
 * Brings an empty database to the migration that rows come from, has them loaded, and brings the database from there to
 * the newest migration.
 */
export async function loadInto(
  database: Database,
  schema: Schema,
  load: () => Promise<ComparedTable[]>
): Promise<Result<ComparedTable[], LoadProblem>> {
  const problem = await prepare(database, schema);
  if (problem !== null) return failure(problem);
  try {
    const compared = await load();
    await database.migrate(schema.folder, installQueue);
    return success(compared);
  } catch (error) {
    if (error instanceof LoadRefused) return failure(error.refusal);
    throw error;
  }
}
