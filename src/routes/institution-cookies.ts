import type { RequestEvent } from '@sveltejs/kit';
import { JOURNEY_SECONDS } from '#lib/server/identity/begin-institution-sign-in.ts';
import { cookieOptions, isHttps } from './cookies.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

/**
 * `state`: of a sign-in that is on its way to an institution; `newcomer`: of somebody who has to tell us more. SameSite is
 * Lax, since the institution sends the browser back from another site.
 */
type Kind = 'state' | 'newcomer';

const nameOf = (kind: Kind, url: URL) => `${isHttps(url) ? '__Host-' : ''}institution-${kind}`;

/** What the browser remembers, or null. */
export function readInstitutionCookie({ cookies, url }: Event, kind: Kind): string | null {
  return cookies.get(nameOf(kind, url)) ?? null;
}

/** Binds a sign-in that sets out to this browser. */
export function writeStateCookie({ cookies, url }: Event, state: string): void {
  cookies.set(nameOf('state', url), state, { ...cookieOptions(url), maxAge: JOURNEY_SECONDS });
}

/** Lets this browser, and no other, tell the rest about somebody who is new. */
export function writeNewcomerCookie(
  { cookies, url }: Event,
  { token, expiresAt }: { token: string; expiresAt: Date }
): void {
  cookies.set(nameOf('newcomer', url), token, { ...cookieOptions(url), expires: expiresAt });
}

/** Forgets it: it was used. */
export function clearInstitutionCookie({ cookies, url }: Event, kind: Kind): void {
  cookies.delete(nameOf(kind, url), cookieOptions(url));
}
