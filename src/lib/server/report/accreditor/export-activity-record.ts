import { reportFileName, reportMediaType } from '#lib/domain/report/mapping/file-name.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { readActivityRecord } from './read-activity-record.ts';
import { writeReportFile } from './write-report-file.ts';

type RecordFile = { fileName: string; mediaType: string; bytes: Buffer<ArrayBuffer> };

/** The record of an activity as a file; who takes it is on record. */
export async function exportActivityRecord(
  db: Executor,
  { activityId, actorId, now }: { activityId: string; actorId: string; now: Date }
): Promise<Result<RecordFile, 'unknown' | 'not-ready'>> {
  const record = await readActivityRecord(db, activityId);
  if (record === null) return failure('unknown');
  if (record.faults.length > 0) return failure('not-ready');
  const { key, version, mapping } = record.version;
  const pieces: Uint8Array[] = [];
  for await (const piece of writeReportFile({ mapping, createdAt: now }, [[record.values]]))
    pieces.push(piece);
  await insertAuditEvent(db, {
    at: now,
    actorId,
    action: 'report.export-activity-record',
    subject: { kind: 'activity', id: activityId },
    detail: { mapping: key, version }
  });
  const fileName = reportFileName(key, { layout: mapping.layout, action: 'record', createdAt: now });
  return success({ fileName, mediaType: reportMediaType(mapping), bytes: Buffer.concat(pieces) });
}
