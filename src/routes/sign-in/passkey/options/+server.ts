import { json } from '@sveltejs/kit';
import { askForPasskey } from '#lib/server/identity/offer-passkey.ts';
import { askedForPasskey } from '../asked-for-passkey.ts';
import type { RequestHandler } from './$types';

/** What the browser is to have signed with a passkey. */
export const POST: RequestHandler = async (event) => {
  const { db, now } = event.locals;
  const asked = await askedForPasskey(event);
  return json(await askForPasskey(db, { personId: asked?.personId ?? null, rpId: event.url.hostname, now }));
};
