import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { SignInOutcome } from '#lib/server/identity/begin-sign-in.ts';
import { countSignIn } from './count-sign-in.ts';
import { writeSessionCookie } from './cookies.ts';
import { writePendingCookie } from './pending-cookie.ts';

/** Lets somebody in whose first factor was right: to where they wanted to go, or by the page of the second factor. */
export function enter(
  event: Pick<RequestEvent, 'cookies' | 'url'>,
  { outcome, returnTo }: { outcome: SignInOutcome; returnTo: string }
): never {
  countSignIn('first', 'ok');
  if (outcome.kind === 'second-factor') {
    writePendingCookie(event, outcome.pending);
    redirect(303, `/sign-in/second-factor?returnTo=${encodeURIComponent(returnTo)}`);
  }
  writeSessionCookie(event, outcome.session);
  redirect(303, returnTo);
}
