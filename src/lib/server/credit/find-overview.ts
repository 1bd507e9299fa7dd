import { hash } from 'node:crypto';
import { isSlug } from '#lib/domain/activity/slug.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { peekSession } from '../identity/peek-session.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import { versionsByRows } from './find-learner-version.ts';
import { listOverviews } from './overview-queries.ts';

/**
 * Who asks; the page of the activity is the same for all to whom the stamp is the same, but for the ids of their own attempts,
 * of which each has as many.
 */
type Overview = { person: SignedInPerson; stamp: string; attemptIds: string[] };

const ID_LENGTH = 36;

/**
 * Who the session belongs to, and a stamp of all that the page of an activity says to that person today: versions, progress,
 * records, profession, credit. Null where the session has ended or is to be noted, or where there is no such page. `db` is
 * that of the program.
 */
export async function findOverview(
  db: Executor,
  { sessionId, slug, now }: { sessionId: string; slug: string; now: Date }
): Promise<Overview | null> {
  if (!isSlug(slug)) return null;
  const person = await peekSession(db, { sessionId, now });
  if (person === null) return null;
  const rows = await listOverviews(db, { personId: person.id, slug });
  const versions = versionsByRows(
    rows.map(({ standing }) => standing),
    now
  );
  const through = rows.find(({ standing }) => standing.activityVersionId === versions?.through);
  if (versions === null || !through) return null;
  const attempts = through.attempts.split(',').filter((attempt) => attempt !== '');
  const states = attempts.map((attempt) => attempt.slice(ID_LENGTH));
  const told = [versions, calendarDayOf(now), states, through.progress, through.offer];
  const attemptIds = attempts.map((attempt) => attempt.slice(0, ID_LENGTH));
  return { person, stamp: hash('sha256', JSON.stringify(told), 'base64url'), attemptIds };
}
