import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { SectionInDoubt } from '#lib/domain/activity/section-in-doubt.ts';
import type { Executor } from '../db/index.ts';
import { listSectionsCiting } from './attention-queries.ts';

const MOST_ROWS = 300;

/**
 * Sections, of live activities and of working copies that this educator reaches, that cite a reference which was
 * retracted, is doubted by its journal, or was to be reviewed again before `now`.
 */
export function listSectionsInDoubt(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<SectionInDoubt[]> {
  return listSectionsCiting(db, { personId, today: calendarDayOf(now), limit: MOST_ROWS });
}
