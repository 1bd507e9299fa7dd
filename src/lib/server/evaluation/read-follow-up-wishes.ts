import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalPreference } from '../identity/mail-queries.ts';
import { listPlannedFollowUps } from './follow-up-queries.ts';

/** Whether a person wants follow-ups (null: nothing was said yet), and which are to come on which day. */
export async function readFollowUpWishes(db: Executor, personId: string) {
  const preference = await selectOptionalPreference(db, personId);
  const planned = [];
  for (const { id, dueAt, activityVersionId } of await listPlannedFollowUps(db, personId)) {
    const { slug, title } = await readActivityVersion(db, activityVersionId);
    planned.push({ id, dueOn: calendarDayOf(dueAt), slug, title });
  }
  return { wants: preference?.followUps ?? null, planned };
}
