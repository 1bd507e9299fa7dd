import type { ExportEntry } from '#lib/domain/report/background/export-entry.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../../db/index.ts';
import { listExportEntries, selectOptionalExport } from './queries.ts';

const PAGE_SIZE = 25;

/** One export, or null where there is none of that id. */
export async function readExport(db: Executor, id: string): Promise<ExportEntry | null> {
  return isUuid(id) ? selectOptionalExport(db, id) : null;
}

/** A page of all exports, the newest first, and the id behind which the next page begins; null: there is none. */
export async function listExports(
  db: Executor,
  { beyond, scheduleId }: { beyond: string | null; scheduleId?: string }
): Promise<{ exports: ExportEntry[]; next: string | null }> {
  const place = beyond !== null && isUuid(beyond) ? beyond : null;
  const found = await listExportEntries(db, {
    beyond: place,
    limit: PAGE_SIZE + 1,
    ...(scheduleId === undefined ? {} : { scheduleId })
  });
  const exports = found.slice(0, PAGE_SIZE);
  return { exports, next: found.length > PAGE_SIZE ? (exports.at(-1)?.id ?? null) : null };
}
