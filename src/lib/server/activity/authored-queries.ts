import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { activityIsOpen } from '../db/team-wall.ts';

/**
 * The drafts and live versions of the activities that an educator reaches, of all of them for an admin (null), each with
 * how many items its banks hold.
 */
export function listAuthored(db: Executor, personId: string | null) {
  return db
    .select({
      activityId: activities.id,
      versionId: activityVersions.id,
      lessonId: activityVersions.lessonId,
      slug: activities.slug,
      title: activityVersions.title,
      version: activityVersions.version,
      status: activityVersions.status,
      updatedAt: activityVersions.updatedAt,
      items: sql<number>`(select count(*)::int from items i where i.bank_id in
        (select a.bank_id from assessments a where a.activity_version_id = ${activityVersions.id}))`
    })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(
      and(
        inArray(activityVersions.status, ['draft', 'live']),
        personId === null ? undefined : activityIsOpen(activities.id, { personId })
      )
    );
}
