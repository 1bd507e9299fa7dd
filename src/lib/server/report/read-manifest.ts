import type { Executor } from '../db/index.ts';
import { selectOptionalManifest } from './export-record-queries.ts';

/**
 * What a file of the report has to be, for whoever checks it: rows without the header, bytes, SHA-256, and the view that
 * it holds. `state` is `finished` for a whole file only. Null: no export of that id.
 */
export type ExportManifest = NonNullable<Awaited<ReturnType<typeof selectOptionalManifest>>>;

/** Reads the manifest of an export. */
export async function readManifest(db: Executor, exportId: string): Promise<ExportManifest | null> {
  return selectOptionalManifest(db, exportId);
}
