import { and, asc, between, desc, eq, gt, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { ReportState } from '#lib/domain/report/mapping/standing.ts';
import type { Executor } from '../../db/index.ts';
import { completions } from '../../db/schema/credit.ts';
import { people } from '../../db/schema/identity.ts';
import {
  mappingVersions,
  reportStandings,
  reportSubmissionRows,
  reportSubmissions
} from '../../db/schema/report-submission.ts';

/**
 * Nobody else writes a standing until the transaction ends. As its first statement it comes before the snapshot of a
 * repeatable read, so that the transaction sees all that was sent before.
 */
export async function lockStandings(tx: Executor): Promise<void> {
  await tx.execute(sql`lock table ${reportStandings} in share row exclusive mode`);
}

/** Writes a file that is sent. */
export async function insertSubmission(
  tx: Executor,
  row: typeof reportSubmissions.$inferInsert
): Promise<void> {
  await tx.insert(reportSubmissions).values(row);
}

export type SubmissionRow = typeof reportSubmissionRows.$inferInsert;

/** Writes records of a file as they stand in it. */
export async function insertSubmissionRows(tx: Executor, rows: SubmissionRow[]): Promise<void> {
  await tx.insert(reportSubmissionRows).values(rows);
}

type Standing = { submissionId: string; report: string; state: ReportState; changedAt: Date };

/** Every record of the file stands so now, in place of how it stood before. */
export async function upsertStandings(
  tx: Executor,
  { submissionId, report, state, changedAt }: Standing
): Promise<void> {
  const at = changedAt.toISOString();
  await tx.execute(sql`
    insert into report_standings (completion_id, report, state, submission_id, ordinal, changed_at)
    select completion_id, ${report}, ${state}, submission_id, ordinal, ${at}::timestamptz
    from report_submission_rows where submission_id = ${submissionId}
    on conflict (completion_id, report) do update set state = excluded.state, submission_id = excluded.submission_id,
      ordinal = excluded.ordinal, changed_at = excluded.changed_at`);
}

const columns = {
  id: reportSubmissions.id,
  action: reportSubmissions.action,
  query: reportSubmissions.query,
  reason: reportSubmissions.reason,
  rows: reportSubmissions.rows,
  sha256: reportSubmissions.sha256,
  createdAt: reportSubmissions.createdAt,
  createdBy: people.email,
  mappingVersionId: reportSubmissions.mappingVersionId,
  key: mappingVersions.key,
  version: mappingVersions.version,
  mapping: mappingVersions.mapping
};

const listSubmissionsWhere = (db: Executor, condition: SQL | undefined) =>
  db
    .select(columns)
    .from(reportSubmissions)
    .innerJoin(mappingVersions, eq(mappingVersions.id, reportSubmissions.mappingVersionId))
    .leftJoin(people, eq(people.id, reportSubmissions.createdBy))
    .where(condition);

/** A file that was made, with its mapping; null where there is none. */
export async function selectOptionalSubmission(db: Executor, id: string) {
  const [row] = await listSubmissionsWhere(db, eq(reportSubmissions.id, id));
  return row ?? null;
}

/** The files that were made last, the newest first. */
export function listNewestSubmissions(db: Executor, limit: number) {
  return listSubmissionsWhere(db, undefined)
    .orderBy(desc(reportSubmissions.createdAt), desc(reportSubmissions.id))
    .limit(limit);
}

/** A page of the records of a file as they were kept, in their order. */
export function listKeptRows(
  db: Executor,
  { submissionId, after, limit }: { submissionId: string; after: number; limit: number }
) {
  return db
    .select({ ordinal: reportSubmissionRows.ordinal, values: reportSubmissionRows.values })
    .from(reportSubmissionRows)
    .where(and(eq(reportSubmissionRows.submissionId, submissionId), gt(reportSubmissionRows.ordinal, after)))
    .orderBy(asc(reportSubmissionRows.ordinal))
    .limit(limit);
}

/** The standings that rest on this file, with what was sent; of chosen rows, or all. */
export function listStandingRows(
  tx: Executor,
  { submissionId, ordinals }: { submissionId: string; ordinals: number[] | null }
) {
  return tx
    .select({
      ordinal: reportStandings.ordinal,
      state: reportStandings.state,
      completionId: reportStandings.completionId,
      recordId: reportSubmissionRows.recordId,
      values: reportSubmissionRows.values
    })
    .from(reportStandings)
    .innerJoin(
      reportSubmissionRows,
      and(
        eq(reportSubmissionRows.submissionId, reportStandings.submissionId),
        eq(reportSubmissionRows.ordinal, reportStandings.ordinal)
      )
    )
    .where(
      and(
        eq(reportStandings.submissionId, submissionId),
        ordinals === null ? undefined : inArray(reportStandings.ordinal, ordinals)
      )
    )
    .orderBy(asc(reportStandings.ordinal));
}

/** Whether the record of somebody who was erased stands in the file; of chosen rows, or all. */
export async function hasErasedRow(
  db: Executor,
  { submissionId, ordinals }: { submissionId: string; ordinals: number[] | null }
): Promise<boolean> {
  const [row] = await db
    .select({ ordinal: reportSubmissionRows.ordinal })
    .from(reportSubmissionRows)
    .innerJoin(completions, eq(completions.id, reportSubmissionRows.completionId))
    .innerJoin(people, and(eq(people.id, completions.personId), isNotNull(people.erasedAt)))
    .where(
      and(
        eq(reportSubmissionRows.submissionId, submissionId),
        ordinals === null ? undefined : inArray(reportSubmissionRows.ordinal, ordinals)
      )
    )
    .limit(1);
  return row !== undefined;
}

/** How many records of a file stand how: those that were not sent again since. */
export function listStateCounts(db: Executor, submissionId: string) {
  return db
    .select({ state: reportStandings.state, rows: sql<number>`count(*)`.mapWith(Number) })
    .from(reportStandings)
    .where(eq(reportStandings.submissionId, submissionId))
    .groupBy(reportStandings.state);
}

/** Of a record: its last answer, or the reason of that. */
const newest = (column: 'answer' | 'reason') => sql<string | null>`(select a.${sql.identifier(column)}
  from report_answers a where a.submission_id = ${reportSubmissionRows.submissionId}
    and a.ordinal = ${reportSubmissionRows.ordinal} order by a.id desc limit 1)`;

/** A page of the ledger: each record with its last answer, and how its completion stands today. */
export function listLedgerRows(
  db: Executor,
  { submissionId, report, first, last }: { submissionId: string; report: string; first: number; last: number }
) {
  return db
    .select({
      ordinal: reportSubmissionRows.ordinal,
      recordId: reportSubmissionRows.recordId,
      completionId: reportSubmissionRows.completionId,
      answer: newest('answer'),
      reason: newest('reason'),
      state: reportStandings.state,
      standsIn: reportStandings.submissionId
    })
    .from(reportSubmissionRows)
    .leftJoin(
      reportStandings,
      and(
        eq(reportStandings.completionId, reportSubmissionRows.completionId),
        eq(reportStandings.report, report)
      )
    )
    .where(
      and(
        eq(reportSubmissionRows.submissionId, submissionId),
        between(reportSubmissionRows.ordinal, first, last)
      )
    )
    .orderBy(asc(reportSubmissionRows.ordinal));
}
