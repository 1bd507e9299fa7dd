import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';

const columns = {
  id: activityVersions.id,
  slug: activities.slug,
  title: activityVersions.title,
  version: activityVersions.version,
  status: activityVersions.status
};

/** Versions that learners could take, those of one activity together, the newest first. */
export function listOfferedVersions(db: Executor) {
  return db
    .select(columns)
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(ne(activityVersions.status, 'draft'))
    .orderBy(asc(activities.slug), desc(activityVersions.publishedAt), desc(activityVersions.id));
}

/** A version that learners could take, or null. */
export async function selectOptionalOfferedVersion(db: Executor, activityVersionId: string) {
  const [row] = await db
    .select(columns)
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(and(eq(activityVersions.id, activityVersionId), ne(activityVersions.status, 'draft')));
  return row ?? null;
}
