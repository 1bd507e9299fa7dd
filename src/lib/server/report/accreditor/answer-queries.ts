import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Answer, ReportState } from '#lib/domain/report/mapping/standing.ts';
import type { Executor } from '../../db/index.ts';
import { reportAnswers, reportStandings, reportSubmissionRows } from '../../db/schema/report-submission.ts';

/** Rows of a file by the ids of their records or by their numbers, with whether the completion still stands on them. */
export function listAnsweredRows(
  tx: Executor,
  { submissionId, recordIds, ordinals }: { submissionId: string; recordIds: string[]; ordinals: number[] }
) {
  return tx
    .select({
      ordinal: reportSubmissionRows.ordinal,
      recordId: reportSubmissionRows.recordId,
      state: reportStandings.state
    })
    .from(reportSubmissionRows)
    .leftJoin(
      reportStandings,
      and(
        eq(reportStandings.submissionId, reportSubmissionRows.submissionId),
        eq(reportStandings.ordinal, reportSubmissionRows.ordinal)
      )
    )
    .where(
      and(
        eq(reportSubmissionRows.submissionId, submissionId),
        sql`(${inArray(reportSubmissionRows.recordId, recordIds)} or ${inArray(reportSubmissionRows.ordinal, ordinals)})`
      )
    );
}

/** Writes answers. */
export async function insertAnswers(
  tx: Executor,
  rows: (typeof reportAnswers.$inferInsert)[]
): Promise<void> {
  await tx.insert(reportAnswers).values(rows);
}

type Settled = { submissionId: string; ordinals: number[]; state: ReportState; changedAt: Date };

/** These rows of a file stand so now. */
export async function updateStandings(
  tx: Executor,
  { submissionId, ordinals, state, changedAt }: Settled
): Promise<void> {
  await tx
    .update(reportStandings)
    .set({ state, changedAt })
    .where(and(eq(reportStandings.submissionId, submissionId), inArray(reportStandings.ordinal, ordinals)));
}

type All = {
  submissionId: string;
  awaited: ReportState;
  state: ReportState;
  answer: Answer;
  actorId: string;
  now: Date;
};

/** Answers every row of a file that waits, at once, and gives their number. */
export async function answerAwaiting(
  tx: Executor,
  { submissionId, awaited, state, answer, actorId, now }: All
): Promise<number> {
  const waits = and(eq(reportStandings.submissionId, submissionId), eq(reportStandings.state, awaited));
  await tx.execute(sql`insert into report_answers (submission_id, ordinal, answer, reason, answered_at, recorded_by)
    select submission_id, ordinal, ${answer}, '', ${now.toISOString()}::timestamptz, ${actorId}::uuid
    from report_standings where ${waits}`);
  const rows = await tx
    .update(reportStandings)
    .set({ state, changedAt: now })
    .where(waits)
    .returning({ ordinal: reportStandings.ordinal });
  return rows.length;
}
