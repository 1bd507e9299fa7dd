import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { GATE_MAX_AGE, GATE_VERSION } from '#lib/domain/identity/gate.ts';

/** Whether browsers reach us over TLS. */
export const isHttps = (url: Pick<URL, 'protocol'>) => url.protocol === 'https:';

/** What all our cookies have in common. */
export const cookieOptions = (url: URL) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(url) }) as const;

/** Behind https the browser itself guards the name: no other path or subdomain can set it (ASVS 3.3.1). */
export function sessionCookieName(url: Pick<URL, 'protocol'>): string {
  return isHttps(url) ? '__Host-session' : 'session';
}

/** The essential cookie that remembers the answer at the gate; its value is the wording's version. */
export function gateCookieName(url: Pick<URL, 'protocol'>): string {
  return isHttps(url) ? '__Host-gate' : 'gate';
}

/** How long a browser in which somebody signed in stays known, in seconds: 180 days. */
const KNOWN_FOR = 180 * 24 * 60 * 60;

/**
 * What this browser is known again by at the next sign-in, so that others who guess passwords do not make its owner wait;
 * it opens nothing by itself. A browser that has none is given one.
 */
export function browserToken({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): string {
  const name = isHttps(url) ? '__Host-browser' : 'browser';
  const held = cookies.get(name) ?? '';
  const token = /^[\w-]{43}$/.test(held) ? held : randomBytes(32).toString('base64url');
  cookies.set(name, token, { ...cookieOptions(url), maxAge: KNOWN_FOR });
  return token;
}

/** Hands the browser its session. */
export function writeSessionCookie(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  session: { id: string; expiresAt: Date }
): void {
  cookies.set(sessionCookieName(url), session.id, { ...cookieOptions(url), expires: session.expiresAt });
}

/** Takes the session from the browser. */
export function clearSessionCookie({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): void {
  cookies.delete(sessionCookieName(url), cookieOptions(url));
}

/** Remembers that this browser passed the gate under today's wording. */
export function writeGateCookie({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): void {
  cookies.set(gateCookieName(url), GATE_VERSION, { ...cookieOptions(url), maxAge: GATE_MAX_AGE });
}

/** Forgets the answer at the gate. */
export function clearGateCookie({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): void {
  cookies.delete(gateCookieName(url), cookieOptions(url));
}
