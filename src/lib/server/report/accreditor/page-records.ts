import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import type { CompletionRecord } from '#lib/domain/report/mapping/report-record.ts';
import type { Executor } from '../../db/index.ts';
import { readReportContext } from './read-report-context.ts';
import { listRecordRows, type RecordPage, type RecordRow } from './record-queries.ts';
import { toRecord } from './to-record.ts';

/** Records that memory holds at once. */
const PAGE_SIZE = 2000;

/** Whose completions, and whose standings: `report` is the name of `standingName`. */
export type RecordSource = { filter: CompletionFilter; report: string };

/** The completions that a filter finds as records, page by page, in the order of day and id. */
export async function* pageRecords(
  db: Executor,
  { filter, report }: RecordSource
): AsyncGenerator<CompletionRecord[], void, undefined> {
  const context = await readReportContext(db);
  let after: RecordPage['after'] = null;
  for (;;) {
    const rows: RecordRow[] = await listRecordRows(db, { filter, report, after, limit: PAGE_SIZE });
    if (rows.length > 0) yield rows.map((row) => toRecord(row, context));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_SIZE) return;
    after = { completedOn: last.completedOn, completionId: last.completionId };
  }
}
