import { standingName, type ReportMapping } from '#lib/domain/report/mapping/report-mapping.ts';
import { reportFileName } from '#lib/domain/report/mapping/file-name.ts';
import type { ReportState } from '#lib/domain/report/mapping/standing.ts';
import type { Executor } from '../../db/index.ts';
import {
  listLedgerRows,
  listNewestSubmissions,
  listStateCounts,
  selectOptionalSubmission
} from './submission-queries.ts';

const ROWS_A_PAGE = 50;

type Kept = Awaited<ReturnType<typeof listNewestSubmissions>>[number];

/** A file as a list names it. */
export type SubmissionSummary = Omit<Kept, 'mapping' | 'mappingVersionId'> & {
  title: string;
  fileName: string;
};

function toSummary(row: Kept): SubmissionSummary {
  const { id, action, query, reason, rows, sha256, createdAt, createdBy, key, version, mapping } = row;
  const fileName = reportFileName(key, { layout: mapping.layout, action, createdAt });
  const { title } = mapping;
  return { id, action, query, reason, rows, sha256, createdAt, createdBy, key, version, title, fileName };
}

/** The files that were made last, the newest first. */
export async function listSubmissions(db: Executor, limit = 50): Promise<SubmissionSummary[]> {
  return (await listNewestSubmissions(db, limit)).map(toSummary);
}

/** A record of a file: what was answered, and where it stands now. */
export type LedgerRow = {
  ordinal: number;
  recordId: string;
  completionId: string;
  answer: string | null;
  reason: string;
  /** Null: the record stands in a later file. */
  state: ReportState | null;
  laterFile: string | null;
};

export type SubmissionView = {
  summary: SubmissionSummary;
  source: string;
  /** Whether the layout tells a deletion from a record. */
  saysAction: boolean;
  counts: { state: ReportState; rows: number }[];
  ledger: LedgerRow[];
  page: number;
  pages: number;
};

const saysAction = ({ columns }: ReportMapping) => columns.some(({ field }) => field === 'record_action');

/** A file with a page of its ledger; null where there is none. */
export async function readSubmission(
  db: Executor,
  { id, page }: { id: string; page: number }
): Promise<SubmissionView | null> {
  const kept = await selectOptionalSubmission(db, id);
  if (kept === null) return null;
  const [first, last] = [(page - 1) * ROWS_A_PAGE + 1, page * ROWS_A_PAGE];
  const rows = await listLedgerRows(db, { submissionId: id, report: standingName(kept), first, last });
  return {
    summary: toSummary(kept),
    source: kept.mapping.source,
    saysAction: saysAction(kept.mapping),
    counts: await listStateCounts(db, id),
    ledger: rows.map(({ state, standsIn, reason, ...row }) => ({
      ...row,
      reason: reason ?? '',
      state: standsIn === id ? state : null,
      laterFile: standsIn === id ? null : standsIn
    })),
    page,
    pages: Math.max(1, Math.ceil(kept.rows / ROWS_A_PAGE))
  };
}
