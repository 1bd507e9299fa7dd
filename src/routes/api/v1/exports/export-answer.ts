import { isThere, type ExportEntry } from '#lib/domain/report/background/export-entry.ts';

const instant = (date: Date | null) => date && date.toISOString();

/** An export as the API shows it; `file` leads to the bytes while there are some. */
export function exportAnswer(entry: ExportEntry, now: Date) {
  const { id, state, format, query, failure, bytes, sha256 } = entry;
  return {
    id,
    state,
    format,
    query,
    file_name: entry.fileName,
    rows_expected: entry.rowsExpected,
    rows_written: entry.rowsWritten,
    bytes,
    sha256,
    failure,
    created_at: entry.createdAt.toISOString(),
    finished_at: instant(entry.finishedAt),
    kept_until: instant(entry.keptUntil),
    file: isThere(entry, now) ? `/api/v1/exports/${id}/file` : null
  };
}
