import { sql } from 'drizzle-orm';
import { FILE_COLUMNS } from '#lib/domain/report/completion-columns.ts';
import type { CompletionView } from '#lib/domain/report/completion-view.ts';
import type { Executor } from '../db/index.ts';
import { rowsOf } from './export-queries.ts';
import { pageOf, type CompletionPage } from './queries.ts';

/** A completion by the names of its columns, typed as JSON. */
export type CompletionRecord = Record<string, string | number | null>;

/** The ids of a page in their order. */
export async function listPageIds(db: Executor, page: CompletionPage): Promise<string[]> {
  const found = pageOf(db, page);
  const rows = await db.select({ id: found.id }).from(found);
  return rows.map(({ id }) => id);
}

/** The records of these completions in the order of the view. */
export async function listRecords(
  db: Executor,
  { filter, sort, columns }: CompletionView,
  ids: readonly string[]
): Promise<CompletionRecord[]> {
  const chosen = columns ?? FILE_COLUMNS;
  const rows = rowsOf({ filter, sort, columns: chosen }, ids);
  const found = await db
    .select({ record: sql<CompletionRecord>`row_to_json(report)` })
    .from(sql`(${rows}) report`);
  return found.map(({ record }) => record);
}
