import { json } from '@sveltejs/kit';
import { addPasskey } from '#lib/server/identity/add-passkey.ts';
import { writeSessionCookie } from '../../../../cookies.ts';
import { readJson } from '../../../../read-json.ts';
import { requireFactorProof } from '../../../../require-factor-proof.ts';
import type { RequestHandler } from './$types';

const MESSAGES = {
  refused: 'The passkey was not accepted. Try again.',
  known: 'You have this passkey already.',
  ended: 'You were signed out in the meantime. Sign in again.'
};

/** Keeps a new passkey. */
export const POST: RequestHandler = async (event) => {
  const person = await requireFactorProof(event);
  const { db, now } = event.locals;
  const { origin, hostname: rpId } = event.url;
  const added = await addPasskey(db, { person, body: await readJson(event.request), origin, rpId, now });
  if (!added.ok) return json({ message: MESSAGES[added.problem] }, { status: 400 });
  writeSessionCookie(event, added.value);
  return json({});
};
