import { fail, redirect } from '@sveltejs/kit';
import { removePasskey, renamePasskey } from '#lib/server/identity/keep-passkeys.ts';
import { requireFactorProof } from '../../../require-factor-proof.ts';
import type { RequestEvent } from './$types';
import { readPasskey } from './read-passkey.ts';
import { LAST_FACTOR, SECURITY_PAGE } from './words.ts';

/** Gives a passkey another name. */
export async function rename(event: RequestEvent): Promise<never> {
  const { id: personId } = await requireFactorProof(event);
  const { db, now } = event.locals;
  const { passkeyId, name } = await readPasskey(event.request);
  if (name !== '') await renamePasskey(db, { personId, passkeyId, name, now });
  redirect(303, SECURITY_PAGE);
}

/** Removes a passkey, unless it is the last factor of somebody who needs one. */
export async function remove(event: RequestEvent) {
  const { id: personId } = await requireFactorProof(event);
  const { db, now } = event.locals;
  const { passkeyId } = await readPasskey(event.request);
  const removed = await removePasskey(db, { personId, passkeyId, origin: event.url.origin, now });
  if (removed.ok) redirect(303, SECURITY_PAGE);
  return fail(409, { codes: null, field: 'passkeys', message: LAST_FACTOR });
}
