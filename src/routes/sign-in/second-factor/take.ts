import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { showSecondFactor } from '#lib/server/identity/show-second-factor.ts';
import { log } from '#lib/server/log.ts';
import { countSignIn } from '../../count-sign-in.ts';
import { writeSessionCookie } from '../../cookies.ts';
import { formText } from '../../form-text.ts';
import { clearPendingCookie } from '../../pending-cookie.ts';
import { askedOf } from './asked.ts';
import type { RequestEvent } from './$types';

/** Where somebody goes on to. */
export const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me');

/** The same, for the address of a page on the way. */
export const query = (url: URL) => `returnTo=${encodeURIComponent(wayBack(url))}`;

const WRONG = {
  app: 'The code is not right. Enter the six digits that your app shows now; each code works once.',
  'recovery-code': 'This is not a recovery code of yours, or it was used already.'
};

/** Takes a code that was typed, and lets its person in. */
export async function take(event: RequestEvent, kind: 'app' | 'recovery-code') {
  const { locals, url } = event;
  const asked = await askedOf(event);
  if (asked === null) redirect(303, `/sign-in?${query(url)}`);
  const code = formText(await event.request.formData(), kind);
  const { db, now, environment } = locals;
  const { signingSecret } = environment;
  const factor = { kind, code };
  const shown = await showSecondFactor(db, { asked, factor, signingSecret, origin: url.origin, now });
  countSignIn('second', shown.ok ? 'ok' : shown.problem.kind);
  if (shown.ok) {
    clearPendingCookie(event);
    writeSessionCookie(event, shown.value);
    redirect(303, wayBack(url));
  }
  if (shown.problem.kind === 'ended') redirect(303, `/sign-in?${query(url)}`);
  log.warn({ reason: shown.problem.kind, factor: kind }, 'second factor refused');
  if (shown.problem.kind === 'wrong') return fail(400, { field: kind, message: WRONG[kind] });
  const seconds = secondsToWait(shown.problem.until, now);
  event.setHeaders({ 'retry-after': String(seconds) });
  return fail(429, { field: kind, message: `Too many codes were wrong. Try again ${waitWords(seconds)}.` });
}
