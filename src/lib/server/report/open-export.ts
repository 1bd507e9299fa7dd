import { createHash } from 'node:crypto';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { FILE_COLUMNS } from '#lib/domain/report/completion-columns.ts';
import type { CompletionView } from '#lib/domain/report/completion-view.ts';
import { EXPORT_MEDIA_TYPES, type ExportFormat } from '#lib/domain/report/export-format.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Database } from '../db/index.ts';
import { csvBytes, ndjsonBytes, type Chunks, type Tally } from './export-bytes.ts';
import { EXPORT_COLUMNS } from './export-columns-queries.ts';
import { countUpTo, csvRows, ndjsonRows, sheetRows, type ExportedView } from './export-queries.ts';
import { sheetBytes } from './sheet-bytes.ts';
import { MOST_RECORDS, type SheetColumn } from './xlsx/sheet.ts';

/** What a file came to: its rows without the header, its bytes, and SHA-256 of all of them in hexadecimal. */
export type ExportOutcome = { rows: number; bytes: number; sha256: string };

/** A file that is made while it is read. */
export type OpenedExport = {
  fileName: string;
  mediaType: string;
  /** To be read once. It throws where a row is missing: what it has given until then is no file. */
  chunks: AsyncGenerator<Uint8Array, void, undefined>;
  /** How far it is. */
  progress: () => { rows: number; bytes: number };
  /** What the whole came to. Throws before the chunks have ended. */
  outcome: () => ExportOutcome;
};

/** `too-many-rows`: a sheet does not hold them; CSV does. */
export type ExportRefusal = 'too-many-rows';

type Source = Pick<Database, 'db' | 'streamRows'>;

export type ExportOrder = { view: CompletionView; format: ExportFormat; now: Date };

function sheetColumn(title: ExportedView['columns'][number]): SheetColumn {
  const { kind, width } = EXPORT_COLUMNS[title];
  return { title, type: kind === 'code' ? 'text' : kind, width };
}

function bytesOf({ streamRows }: Source, view: ExportedView, format: ExportFormat, tally: Tally) {
  switch (format) {
    case 'csv':
      return csvBytes(streamRows({ query: csvRows(view), as: 'csv' }), view.columns, tally);
    case 'ndjson':
      return ndjsonBytes(streamRows({ query: ndjsonRows(view), as: 'lines' }), tally);
    case 'xlsx':
      return sheetBytes(
        streamRows({ query: sheetRows(view), as: 'lines' }),
        view.columns.map(sheetColumn),
        tally
      );
    default:
      return format satisfies never;
  }
}

/** Passes the bytes on and takes their measure. */
function measured(bytes: Chunks, tally: Tally) {
  const hash = createHash('sha256');
  let size = 0;
  let sha256: string | null = null;
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
    sha256 = hash.digest('hex');
  }
  const progress = () => ({ rows: tally.rows, bytes: size });
  return {
    chunks: chunks(),
    progress,
    outcome: () => {
      if (sha256 === null) throw new Error('The file is not whole yet.');
      return { ...progress(), sha256 };
    }
  };
}

/**
 * Opens a file of the completion report: one snapshot of the data, in memory that does not grow with its rows. Nothing is
 * recorded here; see `downloadExport`.
 */
export async function openExport(
  source: Source,
  { view, format, now }: ExportOrder
): Promise<Result<OpenedExport, ExportRefusal>> {
  const { filter, sort } = view;
  const limit = MOST_RECORDS + 1;
  if (format === 'xlsx' && (await countUpTo(source.db, filter, limit)) === limit)
    return failure('too-many-rows');
  const tally = { rows: 0 };
  const bytes = bytesOf(source, { filter, sort, columns: view.columns ?? FILE_COLUMNS }, format, tally);
  return success({
    fileName: `completions-${calendarDayOf(now)}.${format}`,
    mediaType: EXPORT_MEDIA_TYPES[format],
    ...measured(bytes, tally)
  });
}
