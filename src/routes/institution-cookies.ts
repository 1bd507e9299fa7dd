import type { RequestEvent } from '@sveltejs/kit';
import { JOURNEY_SECONDS } from '#lib/server/identity/begin-institution-sign-in.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

/** `state`: of a sign-in that is on its way to an institution; `newcomer`: of somebody who has to tell us more. */
type Kind = 'state' | 'newcomer';

const isHttps = (url: URL) => url.protocol === 'https:';

const nameOf = (kind: Kind, url: URL) => `${isHttps(url) ? '__Host-' : ''}institution-${kind}`;

/** Lax, since the institution sends the browser back from another site. */
const options = (url: URL) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(url) }) as const;

/** What the browser remembers, or null. */
export function readInstitutionCookie({ cookies, url }: Event, kind: Kind): string | null {
  return cookies.get(nameOf(kind, url)) ?? null;
}

/** Binds a sign-in that sets out to this browser. */
export function writeStateCookie({ cookies, url }: Event, state: string): void {
  cookies.set(nameOf('state', url), state, { ...options(url), maxAge: JOURNEY_SECONDS });
}

/** Lets this browser, and no other, tell the rest about somebody who is new. */
export function writeNewcomerCookie(
  { cookies, url }: Event,
  { token, expiresAt }: { token: string; expiresAt: Date }
): void {
  cookies.set(nameOf('newcomer', url), token, { ...options(url), expires: expiresAt });
}

/** Forgets it: it was used. */
export function clearInstitutionCookie({ cookies, url }: Event, kind: Kind): void {
  cookies.delete(nameOf(kind, url), options(url));
}
