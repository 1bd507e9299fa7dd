import { and, eq, inArray, like, ne, sql } from 'drizzle-orm';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { Executor } from '../db/index.ts';
import { followUpCommitments, followUps } from '../db/schema/evaluation-follow-up.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { reportExports, reportSchedules } from '../db/schema/report-export.ts';
import { savedViews } from '../db/schema/report-summary.ts';

/** What a person said in evaluations. */
export function listEvaluations(tx: Executor, personId: string) {
  return tx
    .select({ id: evaluations.id, answers: evaluations.answers })
    .from(evaluations)
    .where(eq(evaluations.personId, personId));
}

/** Writes an evaluation without what was typed in it. */
export async function updateAnswers(
  tx: Executor,
  { id, answers }: { id: string; answers: EvaluationAnswers }
): Promise<void> {
  await tx.update(evaluations).set({ answers }).where(eq(evaluations.id, id));
}

/** Takes commitments in a person's own words out of the follow-ups that quote them; what became of them still counts. */
export async function updateQuotedCommitments(
  tx: Executor,
  { evaluationId, ownWords }: { evaluationId: string; ownWords: string[] }
): Promise<void> {
  if (ownWords.length === 0) return;
  const ofEvaluation = tx
    .select({ id: followUps.id })
    .from(followUps)
    .where(eq(followUps.evaluationId, evaluationId));
  await tx
    .update(followUpCommitments)
    .set({ commitment: 'In their own words (erased)' })
    .where(
      and(
        inArray(followUpCommitments.followUpId, ofEvaluation),
        inArray(followUpCommitments.commitment, ownWords)
      )
    );
}

/** Ends the follow-ups of a person: none is sent any more, and no link of theirs opens. */
export async function cancelFollowUps(tx: Executor, personId: string): Promise<void> {
  await tx
    .update(followUps)
    .set({
      state: sql`case when ${followUps.state} = 'answered' then 'answered' else 'cancelled' end`,
      tokenHash: null
    })
    .where(eq(followUps.personId, personId));
}

const QUERIES = [savedViews, reportSchedules, reportExports] as const;

/** The addresses of reports in which somebody's name was looked for. */
export async function listNameSearches(tx: Executor): Promise<string[]> {
  const found = new Set<string>();
  for (const table of QUERIES) {
    const rows = await tx
      .selectDistinct({ query: table.query })
      .from(table)
      .where(like(table.query, '%name=%'));
    for (const { query } of rows) found.add(query);
  }
  return [...found];
}

/** Writes another address wherever this one is kept. */
export async function updateNameSearch(
  tx: Executor,
  { query, instead }: { query: string; instead: string }
): Promise<void> {
  for (const table of QUERIES)
    await tx
      .update(table)
      .set({ query: instead })
      .where(and(eq(table.query, query), ne(table.query, instead)));
}
