import { and, asc, count, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';
import { inForceAtPlace } from '../attempt/regrade-queries.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';

/** First attempts that were submitted: later ones break what the measures assume (formats-and-statistics.md §5). */
const isFirst = (assessmentId: string) =>
  and(eq(attempts.assessmentId, assessmentId), eq(attempts.ordinal, 1), eq(attempts.state, 'submitted'));

/**
 * A row for each item of each first attempt that counts, with its mark as it is now: who got the mark for nothing has it
 * here too, and what was dropped is not here.
 */
function marksOf(db: Executor, assessmentId: string) {
  return db.$with('marks').as(
    db
      .select({
        attemptId: attemptItems.attemptId,
        itemVersionId: attemptItems.itemVersionId,
        response: responses.response,
        correct: sql<boolean>`coalesce(${regrades.kind} = 'full-mark' or ${responses.correct}, false)`.as(
          'is_correct'
        )
      })
      .from(attempts)
      .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
      .leftJoin(
        responses,
        and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
      )
      .leftJoin(regrades, inForceAtPlace)
      .where(and(isFirst(assessmentId), or(isNull(regrades.kind), ne(regrades.kind, 'drop-item'))))
  );
}

/** Items right, and items that count, of each attempt. */
function totalsOf(db: Executor, marks: ReturnType<typeof marksOf>) {
  return db.$with('totals').as(
    db
      .select({
        attemptId: marks.attemptId,
        total: sql<number>`(count(*) filter (where ${marks.correct}))::integer`.as('total'),
        possible: sql<number>`count(*)::integer`.as('possible')
      })
      .from(marks)
      .groupBy(marks.attemptId)
  );
}

type Totals = ReturnType<typeof totalsOf>;

function countedItems(db: Executor, marks: ReturnType<typeof marksOf>, totals: Totals) {
  return db
    .select({
      itemVersionId: sql<string | null>`${marks.itemVersionId}`.as('version_id'),
      response: marks.response,
      correct: marks.correct,
      total: totals.total,
      possible: sql<number>`0`.as('possible'),
      attempts: count().as('attempts')
    })
    .from(marks)
    .innerJoin(totals, eq(totals.attemptId, marks.attemptId))
    .groupBy(marks.itemVersionId, marks.response, marks.correct, totals.total);
}

function countedTotals(db: Executor, totals: Totals) {
  return db
    .select({
      itemVersionId: sql<string | null>`null::uuid`.as('version_id'),
      response: sql<null>`null::jsonb`.as('response'),
      correct: sql<boolean>`false`.as('is_correct'),
      total: totals.total,
      possible: totals.possible,
      attempts: count().as('attempts')
    })
    .from(totals)
    .groupBy(totals.total, totals.possible);
}

/**
 * The first attempts at a form, counted in one statement and so at one moment: for each item version how many gave which
 * response with which total; and (without an item version) how many attempts came to which total, of how many items.
 */
export function listCountedRows(db: Executor, assessmentId: string) {
  const marks = marksOf(db, assessmentId);
  const totals = totalsOf(db, marks);
  const counted = unionAll(countedItems(db, marks, totals), countedTotals(db, totals)).as('counted');
  return db
    .with(marks, totals)
    .select()
    .from(counted)
    .orderBy(sql`1, 2, 3, 4, 5`);
}

/** In how many attempts, whatever became of them, each item version stood. */
export function listExposures(db: Executor, assessmentId: string) {
  return db
    .select({ itemVersionId: attemptItems.itemVersionId, attempts: count() })
    .from(attemptItems)
    .innerJoin(attempts, eq(attempts.id, attemptItems.attemptId))
    .where(eq(attempts.assessmentId, assessmentId))
    .groupBy(attemptItems.itemVersionId);
}

/** Seconds from the response before it, or from the start, to the last change of a response: the median of first attempts. */
export function listMedianSeconds(db: Executor, assessmentId: string) {
  const before = sql`lag(${responses.answeredAt}, 1, ${attempts.startedAt}) over (partition by ${responses.attemptId}
    order by ${responses.answeredAt}, ${responses.position})`;
  const timed = db
    .select({
      itemVersionId: attemptItems.itemVersionId,
      seconds: sql`greatest(0, extract(epoch from ${responses.answeredAt} - ${before}))`.as('seconds')
    })
    .from(attempts)
    .innerJoin(responses, eq(responses.attemptId, attempts.id))
    .innerJoin(
      attemptItems,
      and(eq(attemptItems.attemptId, responses.attemptId), eq(attemptItems.position, responses.position))
    )
    .where(isFirst(assessmentId))
    .as('timed');
  return db
    .select({
      itemVersionId: timed.itemVersionId,
      seconds: sql<number>`percentile_cont(0.5) within group (order by ${timed.seconds}::double precision)`
    })
    .from(timed)
    .groupBy(timed.itemVersionId);
}

/** The forms at which somebody submitted a first attempt. */
export function listFormsAttempted(db: Executor) {
  return db
    .selectDistinct({ assessmentId: attempts.assessmentId })
    .from(attempts)
    .where(and(eq(attempts.ordinal, 1), eq(attempts.state, 'submitted')))
    .orderBy(asc(attempts.assessmentId));
}
