import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import type { ExportEntry } from '#lib/domain/report/background/export-entry.ts';
import type { Executor } from '../../db/index.ts';
import { requestExport } from './request-export.ts';

type Repeating = {
  entry: Pick<ExportEntry, 'query' | 'format' | 'reason'>;
  actorId: string;
  now: Date;
};

/** Has the file of an earlier export made with the data of today. Null: its view cannot be read any more. */
export async function repeatExport(
  db: Executor,
  { entry: { query, format, reason }, actorId, now }: Repeating
): Promise<string | null> {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) return null;
  return requestExport(db, { view: view.value, format, reason, actorId, now });
}
