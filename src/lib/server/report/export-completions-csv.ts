import { formatQuarterCredits } from '#lib/domain/credit/format-quarter-credits.ts';
import { FILE_COLUMNS, type CompletionColumn } from '#lib/domain/report/completion-columns.ts';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listExportRows, type ExportCursor } from './export-queries.ts';
import { BYTE_ORDER_MARK, writeCsv, type Cell } from './write-csv.ts';

export type ExportRequest = {
  filter: CompletionFilter;
  now: Date;
  /** Null: the command line. */
  actorId: string | null;
};

/** Rows a page; memory holds one page, however long the report is. */
const PAGE_SIZE = 1000;

function toRecord(row: Awaited<ReturnType<typeof listExportRows>>[number]): Cell[] {
  const { quarter_credits: quarterCredits, ...cells } = row;
  const credit = quarterCredits === null ? null : formatQuarterCredits(quarterCredits);
  const byColumn: Record<CompletionColumn, Cell> = { ...cells, credit };
  return FILE_COLUMNS.map((column) => byColumn[column]);
}

type Writer = WritableStreamDefaultWriter<string>;

/** Writes all pages from one view of the data, waiting for the reader after each. Returns the number of rows. */
function writePages(db: Executor, filter: CompletionFilter, writer: Writer): Promise<number> {
  const oneView = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return db.transaction(async (tx) => {
    await writer.write(BYTE_ORDER_MARK + writeCsv([[...FILE_COLUMNS]]));
    let after: ExportCursor | null = null;
    for (let written = 0; ;) {
      const rows: Awaited<ReturnType<typeof listExportRows>> = await listExportRows(tx, {
        filter,
        after,
        limit: PAGE_SIZE
      });
      if (rows.length > 0) await writer.write(writeCsv(rows.map(toRecord)));
      written += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_SIZE) return written;
      after = { completedOn: last.completed_on, id: last.completion_id };
    }
  }, oneView);
}

/** Ends the stream with the pages, or breaks it with their error. Null: it broke, or the reader left. */
async function feed(db: Executor, filter: CompletionFilter, writer: Writer): Promise<number | null> {
  try {
    const rows = await writePages(db, filter, writer);
    await writer.close();
    return rows;
  } catch (error) {
    await writer.abort(error).catch(() => {});
    return null;
  }
}

/**
 * The completion report as chunks of CSV (UTF-8 with a byte order mark, RFC 4180, cells guarded against formulas), from
 * one consistent view of the data. That it was begun is on record before the first chunk, and how it ended before the
 * last; an error midway throws, so that no reader takes a part for the whole.
 */
export async function* exportCompletionsCsv(
  db: Executor,
  { filter, now, actorId }: ExportRequest
): AsyncGenerator<string, void, undefined> {
  const event = { at: now, actorId, subject: { kind: 'report', id: 'completions' } };
  await insertAuditEvent(db, { ...event, action: 'report.begin-export', detail: { ...filter } });
  const { readable, writable } = new TransformStream<string, string>();
  const fed = feed(db, filter, writable.getWriter());
  try {
    for await (const chunk of readable) yield chunk;
  } finally {
    const rows = await fed;
    const action = rows === null ? 'report.break-export' : 'report.finish-export';
    await insertAuditEvent(db, { ...event, action, detail: { ...filter, rows } });
  }
}
