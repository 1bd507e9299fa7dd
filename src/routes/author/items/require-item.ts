import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import { findNewestVersion } from '#lib/server/question-bank/find-newest-version.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { requireRole } from '../../guard.ts';

type Event = Pick<RequestEvent, 'params' | 'locals' | 'url'>;

const NOT_FOUND = 'We cannot find that page.';

/** The educator and the item that the address names: 404 where there is none, or a team works on it without them. */
export async function requireItem(event: Event): Promise<{ person: SignedInPerson; itemId: string }> {
  const person = requireRole(event, 'educator');
  const { id = '' } = event.params;
  const reaches = await mayReach(event.locals.db, 'item', { id, personId: person.id });
  if (!reaches) error(404, NOT_FOUND);
  return { person, itemId: id };
}

/** The id of the newest version of that item. */
export async function requireNewestVersion(event: Event): Promise<string> {
  const { itemId } = await requireItem(event);
  return (await findNewestVersion(event.locals.db, itemId)) ?? error(404, NOT_FOUND);
}
