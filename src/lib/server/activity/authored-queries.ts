import { eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';

/** The drafts and live versions of all activities, each with how many items its banks hold. */
export function listAuthored(db: Executor) {
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
    .where(inArray(activityVersions.status, ['draft', 'live']));
}
