import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { auditQuery, type AuditFilter } from '#lib/domain/report/audit/audit-filter.ts';
import { EXPORT_MEDIA_TYPES, type ExportFormat } from '#lib/domain/report/export-format.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Database } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { takeSlot } from '../download-slots.ts';
import { csvBytes, ndjsonBytes, type Tally } from '../export-bytes.ts';
import { AUDIT_COLUMNS, auditCsvRows, auditJsonRows } from './audit-queries.ts';

/** A log is read by programs and in spreadsheets; a sheet of its own would hold too little of it. */
export type AuditFormat = Exclude<ExportFormat, 'xlsx'>;

type Source = Pick<Database, 'db' | 'streamRows'>;

type Asked = { filter: AuditFilter; format: AuditFormat; actorId: string; now: Date };

function bytesOf({ streamRows }: Source, { filter, format }: Asked, tally: Tally) {
  return format === 'csv'
    ? csvBytes(streamRows({ query: auditCsvRows(filter), as: 'csv' }), AUDIT_COLUMNS, tally)
    : ndjsonBytes(streamRows({ query: auditJsonRows(filter), as: 'lines' }), tally);
}

/** Passes the file on: that it was begun is on record before its first byte, and that it was whole before its last. */
async function* recorded(
  source: Source,
  asked: Asked,
  giveBack: () => void
): AsyncGenerator<Uint8Array, void, undefined> {
  const { filter, format, actorId, now } = asked;
  const subject = { kind: 'audit-log', id: crypto.randomUUID() };
  const event = { at: now, actorId, subject };
  const detail = { format, query: auditQuery(filter) };
  const tally = { rows: 0 };
  try {
    await insertAuditEvent(source.db, { ...event, action: 'report.begin-audit-export', detail });
    yield* bytesOf(source, asked, tally);
    const made = { ...detail, rows: tally.rows };
    await insertAuditEvent(source.db, { ...event, action: 'report.finish-audit-export', detail: made });
  } finally {
    giveBack();
  }
}

/** A file on its way; begin to read its chunks in any case, they hold one of few places. */
export type AuditFile = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array, void> };

/** The events of a filter as a file that is made while it is read; an error midway throws. Audited. */
export function exportAudit(source: Source, asked: Asked): Result<AuditFile, 'too-many-at-once'> {
  const giveBack = takeSlot();
  if (giveBack === null) return failure('too-many-at-once');
  return success({
    fileName: `audit-${calendarDayOf(asked.now)}.${asked.format}`,
    mediaType: EXPORT_MEDIA_TYPES[asked.format],
    chunks: recorded(source, asked, giveBack)
  });
}
