import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { hasFactor } from '#lib/domain/identity/second-factor.ts';
import { readFactors } from '#lib/server/identity/read-factors.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { whereTo } from './guard.ts';
import { requireRecentProof } from './require-recent-proof.ts';

/**
 * The person, for changes of second factors: who they are was proven lately, and where a second factor is set up, it was
 * shown in this session. Otherwise whoever knows the password alone could put their own factor beside it.
 */
export async function requireFactorProof(
  event: Pick<RequestEvent, 'locals' | 'url'>
): Promise<SignedInPerson> {
  const person = requireRecentProof(event);
  if (!person.hasSecondFactor && hasFactor(await readFactors(event.locals.db, person.id)))
    redirect(303, `/sign-in/second-factor?returnTo=${whereTo(event)}`);
  return person;
}
