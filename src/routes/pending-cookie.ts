import type { RequestEvent } from '@sveltejs/kit';
import { cookieOptions, isHttps } from './cookies.ts';

const pendingCookieName = (url: URL) => (isHttps(url) ? '__Host-sign-in' : 'sign-in');

/** The token of a sign-in that awaits its second factor; null: there is none. */
export function readPendingCookie({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): string | null {
  return cookies.get(pendingCookieName(url)) || null;
}

/** Hands the browser a sign-in that awaits its second factor. */
export function writePendingCookie(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  pending: { token: string; expiresAt: Date }
): void {
  cookies.set(pendingCookieName(url), pending.token, { ...cookieOptions(url), expires: pending.expiresAt });
}

/** Takes it away again: it is complete, or over. */
export function clearPendingCookie({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): void {
  cookies.delete(pendingCookieName(url), cookieOptions(url));
}
