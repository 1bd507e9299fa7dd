import { asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { followUpCommitments, followUpResponses, followUps } from '../db/schema/evaluation-follow-up.ts';

const groupColumns = { activityVersionId: evaluations.activityVersionId, days: followUps.days };

/** How many follow-ups of each activity version and day went out and were answered. */
export function listFollowUpCounts(db: Executor) {
  return db
    .select({
      ...groupColumns,
      activityTitle: activityVersions.title,
      version: activityVersions.version,
      sent: count(),
      answered: sql<number>`count(*) filter (where ${followUps.state} = 'answered')`.mapWith(Number)
    })
    .from(followUps)
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .innerJoin(activityVersions, eq(activityVersions.id, evaluations.activityVersionId))
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(inArray(followUps.state, ['sent', 'answered']))
    .groupBy(
      evaluations.activityVersionId,
      followUps.days,
      activityVersions.title,
      activityVersions.version,
      activities.slug
    )
    .orderBy(asc(activities.slug), asc(activityVersions.version), asc(followUps.days));
}

/** How many commitments came to what, by activity version and day. */
export function listStatusCounts(db: Executor) {
  return db
    .select({ ...groupColumns, status: followUpCommitments.status, commitments: count() })
    .from(followUpCommitments)
    .innerJoin(followUps, eq(followUps.id, followUpCommitments.followUpId))
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .groupBy(evaluations.activityVersionId, followUps.days, followUpCommitments.status);
}

/** How many items were answered, and how many rightly, by activity version and day. */
export function listItemCounts(db: Executor) {
  return db
    .select({
      ...groupColumns,
      answered: count(),
      correct: sql<number>`count(*) filter (where ${followUpResponses.correct})`.mapWith(Number)
    })
    .from(followUpResponses)
    .innerJoin(followUps, eq(followUps.id, followUpResponses.followUpId))
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .groupBy(evaluations.activityVersionId, followUps.days);
}
