import { isSlug } from '#lib/domain/activity/slug.ts';
import type { Executor } from '../db/index.ts';
import { hashSessionId } from '../identity/lucia.ts';
import { readSessionRow } from '../identity/session.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import { versionsByRows } from './find-learner-version.ts';
import { listReadings } from './reading-queries.ts';

/** Who reads, and what the page of a section shows them: it is the same for all who read this version at this stamp. */
export type Reading = {
  person: SignedInPerson;
  activityVersionId: string;
  sectionId: string;
  /** Tells how the references of the version stand today. */
  stamp: string;
  hasOpened: boolean;
};

type Asked = { sessionId: string; slug: string; section: string; now: Date };

/**
 * Who the session belongs to and which version that person reads, in one statement with all others who ask at this moment.
 * Null where the session has ended or is to be noted, or where there is no such page, or none that can be kept. `db` is that
 * of the program.
 */
export async function findReading(db: Executor, asked: Asked): Promise<Reading | null> {
  const { sessionId, slug, section, now } = asked;
  if (!isSlug(slug) || !isSlug(section)) return null;
  const sessionHash = Buffer.from(hashSessionId(sessionId)).toString('hex');
  const rows = await listReadings(db, { sessionHash, slug, section });
  const [first] = rows;
  const person = first && readSessionRow(first.session, now);
  if (!person) return null;
  const versions = versionsByRows(
    rows.map(({ standing }) => standing),
    now
  );
  const read = rows.find(({ standing }) => standing.activityVersionId === versions?.toRead);
  if (!read?.sectionId || read.stamp === null) return null;
  const { standing, sectionId, stamp, hasOpened } = read;
  return { person, activityVersionId: standing.activityVersionId, sectionId, stamp, hasOpened };
}
