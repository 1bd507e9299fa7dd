import { availability } from '#lib/domain/activity/availability.ts';
import { isSlug } from '#lib/domain/activity/slug.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { learnerVersions, type LearnerVersions } from '#lib/domain/credit/learner-version.ts';
import type { Executor } from '../db/index.ts';
import { listVersionStandings } from './version-queries.ts';

type StandingRow = Omit<Awaited<ReturnType<typeof listVersionStandings>>[number], 'slug'>;

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

/** By slug, which versions of these activities a person goes through and reads; null where none is live. */
export async function findLearnerVersions(
  db: Executor,
  { slugs, personId, now }: { slugs: string[]; personId: string; now: Date }
): Promise<Map<string, LearnerVersions | null>> {
  const asked = [...new Set(slugs.filter(isSlug))];
  const rows = asked.length === 0 ? [] : await listVersionStandings(db, { slugs: asked, personId });
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  return new Map(asked.map((slug) => [slug, versionsByRows(bySlug.get(slug) ?? [], now)]));
}

/** The same of one activity. */
export async function findLearnerVersion(
  db: Executor,
  { slug, ...asked }: { slug: string; personId: string; now: Date }
): Promise<LearnerVersions | null> {
  return (await findLearnerVersions(db, { slugs: [slug], ...asked })).get(slug) ?? null;
}
