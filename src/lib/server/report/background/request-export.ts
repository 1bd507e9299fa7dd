import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { viewQuery, type CompletionView } from '#lib/domain/report/completion-view.ts';
import type { ExportFormat } from '#lib/domain/report/export-format.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { insertWaitingExport } from './queries.ts';

export type ExportWish = {
  view: CompletionView;
  format: ExportFormat;
  /** Why it is wanted, in the words of who asks. */
  reason: string;
  actorId: string;
  /** With which token of the API it was asked for, if with one. */
  apiTokenId?: string;
  now: Date;
};

/** Has a view made into a file in the background. Returns the id of the export; the job `exports` makes it. */
export async function requestExport(
  db: Executor,
  { view, format, reason, actorId, apiTokenId, now }: ExportWish
): Promise<string> {
  const id = crypto.randomUUID();
  const query = viewQuery(view);
  await db.transaction(async (tx) => {
    await insertWaitingExport(tx, {
      id,
      way: 'background',
      requestedBy: actorId,
      apiTokenId: apiTokenId ?? null,
      scheduleId: null,
      reason,
      query,
      format,
      fileName: `completions-${calendarDayOf(now)}.${format}`,
      createdAt: now
    });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.request-export',
      subject: { kind: 'report', id },
      detail: { format, ...withoutNames(query), ...(apiTokenId && { apiTokenId }) },
      ...(reason !== '' && { reason })
    });
  });
  return id;
}
