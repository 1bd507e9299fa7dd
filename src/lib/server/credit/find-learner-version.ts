import { availability } from '#lib/domain/activity/availability.ts';
import { isSlug } from '#lib/domain/activity/slug.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { learnerVersions, type LearnerVersions } from '#lib/domain/credit/learner-version.ts';
import type { Executor } from '../db/index.ts';
import { listVersionStandings } from './version-queries.ts';

type StandingRow = Awaited<ReturnType<typeof listVersionStandings>>[number];

/** Which versions a person goes through and reads, by the rows of the published ones, the newest first. */
export function versionsByRows(rows: StandingRow[], now: Date): LearnerVersions | null {
  const today = calendarDayOf(now);
  const standings = rows.map(({ status, mode, releaseDate, expiryDate, ...standing }) => ({
    ...standing,
    isLive: status === 'live',
    isOpen: availability({ releaseDate, expiryDate, accreditation: { mode } }, today) === 'open'
  }));
  return learnerVersions(standings);
}

/** Which versions of the activity with this slug a person goes through and reads, or null where none is live. */
export async function findLearnerVersion(
  db: Executor,
  { slug, personId, now }: { slug: string; personId: string; now: Date }
): Promise<LearnerVersions | null> {
  if (!isSlug(slug)) return null;
  return versionsByRows(await listVersionStandings(db, { slug, personId }), now);
}
