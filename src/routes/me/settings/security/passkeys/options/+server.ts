import { json } from '@sveltejs/kit';
import { offerPasskey } from '#lib/server/identity/offer-passkey.ts';
import { requireFactorProof } from '../../../../../require-factor-proof.ts';
import type { RequestHandler } from './$types';

/** What the browser is asked for a new passkey. */
export const POST: RequestHandler = async (event) => {
  const { id: personId, email } = await requireFactorProof(event);
  const { db, now } = event.locals;
  return json(await offerPasskey(db, { personId, email, rpId: event.url.hostname, now }));
};
