import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { followUpCommitments, followUpResponses, followUps } from '../db/schema/evaluation-follow-up.ts';

/** How many follow-ups of an activity version went out and were answered, by day. */
export function listFollowUpCounts(db: Executor, activityVersionId: string) {
  return db
    .select({
      days: followUps.days,
      sent: count(),
      answered: sql<number>`count(*) filter (where ${followUps.state} = 'answered')`.mapWith(Number)
    })
    .from(followUps)
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(
      and(
        eq(evaluations.activityVersionId, activityVersionId),
        inArray(followUps.state, ['sent', 'answered'])
      )
    )
    .groupBy(followUps.days)
    .orderBy(asc(followUps.days));
}

/** How many commitments came to what, by day. */
export function listStatusCounts(db: Executor, activityVersionId: string) {
  return db
    .select({ days: followUps.days, status: followUpCommitments.status, commitments: count() })
    .from(followUpCommitments)
    .innerJoin(followUps, eq(followUps.id, followUpCommitments.followUpId))
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(eq(evaluations.activityVersionId, activityVersionId))
    .groupBy(followUps.days, followUpCommitments.status);
}

/** How many items were answered, and how many rightly, by day. */
export function listItemCounts(db: Executor, activityVersionId: string) {
  return db
    .select({
      days: followUps.days,
      answered: count(),
      correct: sql<number>`count(*) filter (where ${followUpResponses.correct})`.mapWith(Number)
    })
    .from(followUpResponses)
    .innerJoin(followUps, eq(followUps.id, followUpResponses.followUpId))
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(eq(evaluations.activityVersionId, activityVersionId))
    .groupBy(followUps.days);
}
