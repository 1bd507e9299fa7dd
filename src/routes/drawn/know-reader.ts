import { navigationFor } from '#lib/domain/identity/navigation.ts';
import { findOverview } from '#lib/server/credit/find-overview.ts';
import { findReading } from '#lib/server/credit/find-reading.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { noteOpening } from '#lib/server/lesson/note-opening.ts';
import type { Application } from '#lib/server/start-up.ts';
import type { AskedPage } from './asked-page.ts';

/** What the program holds, as far as this needs it. */
export type Server = Pick<Application, 'database' | 'environment'>;

/**
 * Who asks, and all that the page depends on beside the person and the ids of what is theirs: `key`. `open` writes what comes
 * of its being read.
 */
export type KnownReader = { person: SignedInPerson; key: string; own: string[]; open: () => Promise<void> };

/** The page differs by what the header leads to, too. */
const keyOf = ({ path }: AskedPage, { roles, lockedRoles }: SignedInPerson, parts: string[]) =>
  [path, ...parts, ...navigationFor([...roles, ...lockedRoles]).map(({ href }) => href)].join(' ');

async function knowVisitor({ database }: Server, asked: AskedPage): Promise<KnownReader | null> {
  const found = await findOverview(database.db, { ...asked, now: new Date() });
  if (found === null) return null;
  const { person, stamp, attemptIds: own } = found;
  return { person, key: keyOf(asked, person, [stamp]), own, open: () => Promise.resolve() };
}

/** Who asks. Null: nobody's session, one that is to be noted or renewed, or no such page for this person. */
export async function knowReader(server: Server, asked: AskedPage): Promise<KnownReader | null> {
  const { section } = asked;
  if (section === null) return knowVisitor(server, asked);
  const { database } = server;
  const now = new Date();
  const reading = await findReading(database.db, { ...asked, section, now });
  if (reading === null) return null;
  const { person, activityVersionId, sectionId, stamp } = reading;
  const { id: personId } = person;
  const open = () => noteOpening(database.forPerson(personId), { personId, sectionId, now });
  return { person, key: keyOf(asked, person, [activityVersionId, stamp]), own: [], open };
}
