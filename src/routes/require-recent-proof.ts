import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isRecentProof } from '#lib/domain/identity/recent-proof.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { requirePerson, whereTo } from './guard.ts';

/**
 * The person, who proved within the last ten minutes who they are; else a redirect to where they do it again, which leads
 * back here. Call it in every load and action that changes how somebody signs in, or gives their data away.
 */
export function requireRecentProof(event: Pick<RequestEvent, 'locals' | 'url'>): SignedInPerson {
  const person = requirePerson(event);
  if (!isRecentProof(person.provenAt, event.locals.now))
    redirect(303, `/sign-in/again?returnTo=${whereTo(event)}`);
  return person;
}
