import type { VersionEntry } from '#lib/domain/activity/version-history.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listVersions } from './authoring-queries.ts';

/** All versions of an activity with their dates, the newest first. */
export async function readVersionHistory(db: Executor, activityId: string): Promise<VersionEntry[]> {
  return (await listVersions(db, activityId)).map(({ publishedAt, changedAt, ...version }) => ({
    ...version,
    publishedOn: publishedAt && calendarDayOf(publishedAt),
    changedOn: changedAt && calendarDayOf(changedAt)
  }));
}
