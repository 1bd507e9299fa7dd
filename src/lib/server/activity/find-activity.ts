import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../db/index.ts';
import { listCurrentVersions, selectOptionalActivity } from './authoring-queries.ts';

/** A version of an activity, as its authors name it. */
export type AuthoredVersion = {
  versionId: string;
  version: string;
  title: string;
  lessonId: string;
  revision: number;
};

/** An activity with its working copy and what learners see; either may be missing, not both. */
export type AuthoredActivity = {
  activityId: string;
  slug: string;
  draft: AuthoredVersion | null;
  live: AuthoredVersion | null;
};

/** The activity with this id for its authors, or null where there is none. */
export async function findAuthoredActivity(
  db: Executor,
  activityId: string
): Promise<AuthoredActivity | null> {
  if (!isUuid(activityId)) return null;
  const activity = await selectOptionalActivity(db, activityId);
  if (activity === null) return null;
  const versions = await listCurrentVersions(db, activityId);
  const inState = (wanted: string): AuthoredVersion | null => {
    const found = versions.find(({ status }) => status === wanted);
    if (!found) return null;
    const { versionId, version, title, lessonId, revision } = found;
    return { versionId, version, title, lessonId, revision };
  };
  return { activityId, slug: activity.slug, draft: inState('draft'), live: inState('live') };
}
