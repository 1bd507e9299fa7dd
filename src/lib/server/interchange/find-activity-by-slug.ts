import { findAuthoredActivity, type AuthoredActivity } from '../activity/find-activity.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalActivityId } from './activity-queries.ts';

/** The activity with this slug, draft or live, or null. */
export async function findActivityBySlug(db: Executor, slug: string): Promise<AuthoredActivity | null> {
  const id = await selectOptionalActivityId(db, slug);
  return id === null ? null : findAuthoredActivity(db, id);
}
