import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { findAuthoredActivity, type AuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { requireRole, requireSender } from '../../../guard.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request' | 'params'>;

export type Authored = { person: SignedInPerson; activity: AuthoredActivity };

async function find({ locals, params }: Event, personId: string): Promise<AuthoredActivity> {
  const { id = '' } = params;
  const reaches = await mayReach(locals.db, 'activity', { id, personId });
  const activity = reaches ? await findAuthoredActivity(locals.db, id) : null;
  return activity ?? error(404, 'We cannot find that page.');
}

/** The educator and the activity that the address names, for a page: 404 too where a team works on it without them. */
export async function requireAuthored(event: Event): Promise<Authored> {
  const person = requireRole(event, 'educator');
  return { person, activity: await find(event, person.id) };
}

/** The version that a page of the activity shows: the working copy, else what is live. */
export function shownVersion({ draft, live }: AuthoredActivity) {
  return draft ?? live ?? error(404, 'We cannot find that page.');
}

/** The educator and the working copy that a form changes; what was typed survives the end of a session. */
export async function requireDraft(event: Event) {
  await requireSender(event);
  const { person, activity } = await requireAuthored(event);
  const { draft } = activity;
  if (draft === null) {
    error(
      409,
      'There is no working copy of this activity any more: it was published or discarded. Start a new one.'
    );
  }
  return { person, activity, draft };
}
