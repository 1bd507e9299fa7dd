import { parse } from 'csv-parse/sync';
import { readCompletionView, type CompletionView } from '#lib/domain/report/completion-view.ts';
import type { ExportFormat } from '#lib/domain/report/export-format.ts';
import type { Database } from '#lib/server/db/index.ts';
import { downloadExport, type Download } from '#lib/server/report/download-export.ts';
import { NOON } from './learner.ts';

type Source = Pick<Database, 'db' | 'streamRows'>;

/** The view of an address, e.g. `profession=nurse&column=email`. */
function viewOf(query: string): CompletionView {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) throw new Error(JSON.stringify(view.problem));
  return view.value;
}

/** A download that has begun, as an admin's is; nothing is read yet. */
export async function openDownload(
  source: Source,
  query = '',
  format: ExportFormat = 'csv'
): Promise<Download> {
  const order = { view: viewOf(query), format, now: NOON, way: 'download', actorId: null } as const;
  const download = await downloadExport(source, order);
  if (!download.ok) throw new Error(download.problem);
  return download.value;
}

/** The whole file. */
export async function exported(source: Source, query = '', format: ExportFormat = 'csv'): Promise<Buffer> {
  const { chunks } = await openDownload(source, query, format);
  return Buffer.concat(await Array.fromAsync(chunks));
}

/** The records of the CSV by the names of its columns. */
export async function exportedRecords(source: Source, query = ''): Promise<Record<string, string>[]> {
  return parse(await exported(source, query), { bom: true, columns: true });
}
