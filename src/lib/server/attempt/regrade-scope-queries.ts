import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Counting } from '#lib/domain/attempt/regrade.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { Executor } from '../db/index.ts';
import { activityVersions, assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';

/** Whether a response is right from now on. */
export type Verdict = { response: Response; correct: boolean };

/** A change of how the places of an item version count, with a verdict on every response to it. */
export type RegradeScope = { itemVersionId: string; verdicts: Verdict[]; from: Counting; to: Counting };

/** Every different response to an item version. */
export async function listDistinctResponses(db: Executor, itemVersionId: string): Promise<Response[]> {
  const rows = await db
    .selectDistinct({ response: responses.response })
    .from(attemptItems)
    .innerJoin(
      responses,
      and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
    )
    .where(eq(attemptItems.itemVersionId, itemVersionId));
  return rows.map(({ response }) => response);
}

/** How many open attempts hold an item version. */
export async function countOpenAttempts(db: Executor, itemVersionId: string): Promise<number> {
  const [row] = await db
    .select({ open: sql<number>`count(*)::int` })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.id, attemptItems.attemptId))
    .where(and(eq(attemptItems.itemVersionId, itemVersionId), eq(attempts.state, 'in-progress')));
  return row?.open ?? 0;
}

/** The verdicts as rows `v(response, correct)`. */
export const verdictRows = (verdicts: Verdict[]): SQL =>
  sql`(select e -> 'response' as response, (e ->> 'correct')::boolean as correct
    from jsonb_array_elements(${JSON.stringify(verdicts)}::jsonb) e) v`;

/** 1 where a place counts as right. `correct`: whether its response is; null: there is none. */
function markOf(counting: Counting, correct: SQL): SQL {
  switch (counting) {
    case 'by-response':
      return sql`coalesce(${correct}, false)::int`;
    case 'always':
      return sql`1`;
    case 'never':
      return sql`0`;
    default:
      return counting satisfies never;
  }
}

const droppedBy = (counting: Counting) => (counting === 'never' ? 1 : 0);

/** By how much the items of an attempt that do not count change. */
export const droppedShift = ({ from, to }: RegradeScope): number => droppedBy(to) - droppedBy(from);

/**
 * Every submitted attempt in which the item version stands, as rows `p`: what it came to, and by how much the place moves
 * that. Only the place itself is counted anew; what the other items earned stays as it was awarded.
 */
export const regradedPlaces = ({ itemVersionId, verdicts, from, to }: RegradeScope): SQL =>
  sql`(select t.id as attempt_id, t.assessment_id, t.items_total, t.items_correct, t.items_dropped, t.passed,
      ${markOf(to, sql`v.correct`)} - ${markOf(from, sql`r.correct`)} as correct_shift
    from attempt_items i
    join attempts t on t.id = i.attempt_id and t.state = 'submitted'
    left join responses r on r.attempt_id = i.attempt_id and r.position = i.position
    left join ${verdictRows(verdicts)} on v.response = r.response
    where i.item_version_id = ${itemVersionId}) p`;

/** The attempts of a scope by what they came to and what moves, with how many there are of each. */
export function listScoreGroups(db: Executor, scope: RegradeScope) {
  return db
    .select({
      assessmentId: assessments.id,
      activityTitle: activityVersions.title,
      kind: assessments.kind,
      passingPercent: assessments.passingPercent,
      total: sql<number>`p.items_total`,
      correct: sql<number>`p.items_correct`,
      dropped: sql<number>`p.items_dropped`,
      passed: sql<boolean | null>`p.passed`,
      correctShift: sql<number>`p.correct_shift`,
      attempts: sql<number>`count(*)::int`
    })
    .from(regradedPlaces(scope))
    .innerJoin(assessments, sql`${assessments.id} = p.assessment_id`)
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .groupBy(
      assessments.id,
      activityVersions.title,
      sql`p.items_total, p.items_correct, p.items_dropped, p.passed, p.correct_shift`
    )
    .orderBy(activityVersions.title, assessments.kind, assessments.id);
}
