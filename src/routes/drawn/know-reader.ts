import { navigationFor } from '#lib/domain/identity/navigation.ts';
import { findReading } from '#lib/server/credit/find-reading.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import type { Application } from '#lib/server/start-up.ts';
import type { AskedPage } from './asked-page.ts';

/** What the program holds, as far as this needs it. */
export type Server = Pick<Application, 'database' | 'environment'>;

/** Who asks, and all that the page depends on beside the name: `key`. */
export type KnownReader = { person: SignedInPerson; key: string; open: () => Promise<void> };

/** Who asks. Null: nobody's session, one that is to be noted or renewed, or no such page for this person. */
export async function knowReader(
  { database }: Server,
  { path, slug, section, sessionId }: AskedPage
): Promise<KnownReader | null> {
  const now = new Date();
  const reading = await findReading(database.db, { sessionId, slug, section, now });
  if (reading === null) return null;
  const { person, activityVersionId, sectionId, stamp, hasOpened } = reading;
  const links = navigationFor([...person.roles, ...person.lockedRoles]).map(({ href }) => href);
  const open = async () => {
    const { id: personId } = person;
    if (!hasOpened) await openSection(database.forPerson(personId), { personId, sectionId, now });
  };
  return { person, key: [path, activityVersionId, stamp, ...links].join(' '), open };
}
