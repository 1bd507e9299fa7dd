import { createHash } from 'node:crypto';
import { reportFileName, reportMediaType } from '#lib/domain/report/mapping/file-name.ts';
import type { FieldValues } from '#lib/domain/report/mapping/report-mapping.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { hasErasedRow, listKeptRows, selectOptionalSubmission } from './submission-queries.ts';
import { writeReportFile } from './write-report-file.ts';

const PAGE_SIZE = 2000;

async function* keptValues(db: Executor, submissionId: string): AsyncGenerator<FieldValues[]> {
  for (let after = 0; ;) {
    const rows = await listKeptRows(db, { submissionId, after, limit: PAGE_SIZE });
    if (rows.length > 0) yield rows.map(({ values }) => values);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_SIZE) return;
    after = last.ordinal;
  }
}

/** The pieces, and an error behind the last one where they are not what was sent: the transfer breaks. */
async function* checked(pieces: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256)
    throw new Error('The file is not the one that was made: its SHA-256 differs.');
}

type SubmissionFile = { fileName: string; mediaType: string; chunks: AsyncGenerator<Uint8Array, void> };

/**
 * A file as it was made, byte for byte, from its kept records; who takes it is on record. `erased`: somebody in it was
 * erased since, so that nobody can make it again; its hash and its other records stay.
 */
export async function downloadSubmission(
  db: Executor,
  { id, actorId, now }: { id: string; actorId: string; now: Date }
): Promise<Result<SubmissionFile, 'unknown-file' | 'erased'>> {
  const kept = await selectOptionalSubmission(db, id);
  if (kept === null) return failure('unknown-file');
  if (await hasErasedRow(db, { submissionId: id, ordinals: null })) return failure('erased');
  const { mapping, createdAt, sha256, rows } = kept;
  await insertAuditEvent(db, {
    at: now,
    actorId,
    action: 'report.download-submission',
    subject: { kind: 'report-submission', id },
    detail: { rows }
  });
  return success({
    fileName: reportFileName(kept.key, { ...kept, layout: mapping.layout }),
    mediaType: reportMediaType(mapping),
    chunks: checked(writeReportFile({ mapping, createdAt }, keptValues(db, id)), sha256)
  });
}
