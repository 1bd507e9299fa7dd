import { redirect } from '@sveltejs/kit';
import { askVerification } from '#lib/server/identity/ask-verification.ts';
import { requirePerson } from '../../../guard.ts';
import { siteAddress } from '../../../site-address.ts';
import type { RequestEvent } from './$types';
import { refuseLetters } from './refuse.ts';

/** Sends the letter that proves the address once more. */
export async function postVerification(event: RequestEvent) {
  const person = requirePerson(event);
  const { db, now, requestJob } = event.locals;
  const asked = await askVerification(db, { person, origin: siteAddress(event), now });
  if (!asked.ok) return refuseLetters(event, 'verification', { until: asked.problem });
  await requestJob('mail');
  redirect(303, '/me/settings/account?done=letter');
}
