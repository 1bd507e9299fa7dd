import type { FieldValues, MappingVersion } from '#lib/domain/report/mapping/report-mapping.ts';
import { standingName } from '#lib/domain/report/mapping/report-mapping.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { hashFile } from './hash-file.ts';
import { insertSubmission, insertSubmissionRows, upsertStandings } from './submission-queries.ts';
import { writeReportFile } from './write-report-file.ts';

/** A record as it is kept with its file. */
export type KeptRecord = {
  completionId: string;
  recordId: string;
  values: Record<string, string | number | null>;
};

export type NewSubmission = {
  version: MappingVersion;
  action: 'add' | 'delete';
  query: string;
  reason: string;
  actorId: string;
  now: Date;
  /** Gives the records page by page, the same each time it is called within the transaction. */
  records: () => AsyncIterable<KeptRecord[]> | Iterable<KeptRecord[]>;
};

/** Rows that one statement writes. */
const BATCH = 1000;

async function* valuesOf(
  pages: ReturnType<NewSubmission['records']>,
  count: (rows: number) => void
): AsyncGenerator<FieldValues[]> {
  for await (const page of pages) {
    count(page.length);
    yield page.map(({ values }) => values);
  }
}

async function writeRows(
  tx: Executor,
  submissionId: string,
  pages: ReturnType<NewSubmission['records']>
): Promise<void> {
  let ordinal = 0;
  for await (const page of pages) {
    const rows = page.map((record) => ({ ...record, submissionId, ordinal: (ordinal += 1) }));
    for (let from = 0; from < rows.length; from += BATCH) {
      await insertSubmissionRows(tx, rows.slice(from, from + BATCH));
    }
  }
}

/**
 * Keeps a file: its hash, its records as they stand in it, and how each completion stands now. Memory holds one page.
 * Call it inside a transaction that has locked the standings and sees one state of the data. Null: there is no record.
 */
export async function keepSubmission(tx: Executor, submission: NewSubmission): Promise<string | null> {
  const { version, action, query, reason, actorId, now, records } = submission;
  let rows = 0;
  const values = valuesOf(records(), (more) => (rows += more));
  const sha256 = await hashFile(writeReportFile({ mapping: version.mapping, createdAt: now }, values));
  if (rows === 0) return null;
  const id = crypto.randomUUID();
  const kept = { id, mappingVersionId: version.id, action, query, reason, rows, sha256 };
  await insertSubmission(tx, { ...kept, createdAt: now, createdBy: actorId });
  await writeRows(tx, id, records());
  const [report, state] = [standingName(version), action === 'add' ? 'submitted' : 'deleting'] as const;
  await upsertStandings(tx, { submissionId: id, report, state, changedAt: now });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: action === 'add' ? 'report.make-submission' : 'report.make-deletion',
    subject: { kind: 'report-submission', id },
    detail: { mapping: version.key, version: version.version, report, rows, sha256 },
    ...(reason !== '' && { reason })
  });
  return id;
}
