import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent, type AuditEvent } from '../identity/audit.ts';
import {
  insertDownload,
  updateDownload,
  type BegunDownload,
  type EndedDownload
} from './export-record-queries.ts';

const ACTIONS = { finished: 'report.finish-export', failed: 'report.break-export' } as const;

/** Who takes which view out as what. */
const detailOf = ({ format, query, way, apiTokenId }: BegunDownload) => ({
  format,
  ...withoutNames(query),
  way,
  ...(apiTokenId === null ? {} : { apiTokenId })
});

const eventOf = (download: BegunDownload, at: Date): Omit<AuditEvent, 'action'> => ({
  at,
  actorId: download.requestedBy,
  subject: { kind: 'report', id: download.id }
});

/** Puts on record that a download begins: before its first byte. */
export async function recordBegin(db: Executor, download: BegunDownload, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await insertDownload(tx, download, now);
    const detail = detailOf(download);
    await insertAuditEvent(tx, { ...eventOf(download, now), action: 'report.begin-export', detail });
  });
}

/** Puts on record how a download ended: before a whole file ends for its reader. */
export async function recordEnd(
  db: Executor,
  download: BegunDownload,
  ended: EndedDownload & { finishedAt: Date }
): Promise<void> {
  const { state, rowsWritten: rows, bytes } = ended;
  const what = ended.state === 'finished' ? { sha256: ended.sha256 } : { failure: ended.failure };
  await db.transaction(async (tx) => {
    await updateDownload(tx, download.id, ended);
    await insertAuditEvent(tx, {
      ...eventOf(download, ended.finishedAt),
      action: ACTIONS[state],
      detail: { ...detailOf(download), rows, bytes, ...what }
    });
  });
}
