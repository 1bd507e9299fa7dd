import { isSlug } from '#lib/domain/activity/slug.ts';
import type { Executor } from '../db/index.ts';
import { hashSessionId } from '../identity/lucia.ts';
import { readSessionRow } from '../identity/session.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import { versionsByRows } from './find-learner-version.ts';
import { findKnownReading, listGatheredStandings, type Readable } from './reading-queries.ts';

/** Who reads, and what the page of a section shows them: it is the same for all who read this version at this stamp. */
export type Reading = {
  person: SignedInPerson;
  activityVersionId: string;
  sectionId: string;
  /** Tells how the references of the version stand today. */
  stamp: string;
};

type Asked = { sessionId: string; slug: string; section: string; now: Date };

const NOTHING_DONE = {
  hasBegun: false,
  hasPassed: false,
  hasAttemptsLeft: true,
  hasCompleted: false,
  hasClaimed: false
};

/** Which of them this person reads. Of one there is nothing to choose, whatever somebody has done in it. */
async function chooseToRead(
  db: Executor,
  readables: Readable[],
  { now, ...whose }: { personId: string; slug: string; now: Date }
): Promise<Readable | null> {
  const standings =
    readables.length > 1
      ? await listGatheredStandings(db, whose)
      : readables.map((readable) => ({ ...readable, ...NOTHING_DONE }));
  const toRead = versionsByRows(standings, now)?.toRead;
  return readables.find(({ activityVersionId }) => activityVersionId === toRead) ?? null;
}

/**
 * Who the session belongs to and which version that person reads, asked with all others who ask at this moment. Null where
 * the session has ended or is to be noted, or where there is no such page, or none that can be kept. `db` is that of the
 * program.
 */
export async function findReading(db: Executor, asked: Asked): Promise<Reading | null> {
  const { sessionId, slug, section, now } = asked;
  if (!isSlug(slug) || !isSlug(section)) return null;
  const sessionHash = Buffer.from(hashSessionId(sessionId)).toString('hex');
  const found = await findKnownReading(db, { sessionHash, slug });
  const person = found && readSessionRow(found.session, now);
  if (person === null) return null;
  const read = await chooseToRead(db, found?.readables ?? [], { personId: person.id, slug, now });
  const sections = read?.sections ?? {};
  if (!read || read.stamp === null || !Object.hasOwn(sections, section)) return null;
  const { activityVersionId, stamp } = read;
  return { person, activityVersionId, sectionId: sections[section] ?? '', stamp };
}
