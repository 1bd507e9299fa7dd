import { json } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { enterWithPasskey } from '#lib/server/identity/enter-with-passkey.ts';
import { log } from '#lib/server/log.ts';
import { countSignIn } from '../../count-sign-in.ts';
import { sessionCookieName, writeSessionCookie } from '../../cookies.ts';
import { clearPendingCookie } from '../../pending-cookie.ts';
import { readJson } from '../../read-json.ts';
import { visitOf } from '../../visit.ts';
import { askedForPasskey } from './asked-for-passkey.ts';
import type { RequestHandler } from './$types';

const MESSAGES = {
  wrong: 'This passkey was not accepted. Try again, or sign in another way.',
  copied: 'This passkey was not accepted: it looks like a copy of yours. Sign in another way and remove it.',
  ended: 'This took too long. Sign in again.'
};

/** Takes what a passkey signed, and lets its owner in. */
export const POST: RequestHandler = async (event) => {
  const { locals, url, cookies } = event;
  const { db, now } = locals;
  const entered = await enterWithPasskey(db, {
    body: await readJson(event.request),
    asked: await askedForPasskey(event),
    previousSessionId: cookies.get(sessionCookieName(url)) ?? null,
    visit: visitOf(event),
    origin: url.origin,
    rpId: url.hostname,
    now
  });
  countSignIn('first', entered.ok ? 'ok' : entered.problem.kind);
  if (entered.ok) {
    clearPendingCookie(event);
    writeSessionCookie(event, entered.value);
    return json({});
  }
  const { problem } = entered;
  log.warn({ reason: problem.kind }, 'passkey refused');
  if (problem.kind !== 'wait') return json({ message: MESSAGES[problem.kind] }, { status: 400 });
  const seconds = secondsToWait(problem.until, now);
  const message = `Too many passkeys were not accepted. Try again ${waitWords(seconds)}.`;
  return json({ message }, { status: 429, headers: { 'retry-after': String(seconds) } });
};
