import type { RequestEvent } from '@sveltejs/kit';
import { findAsked, type Asked } from '#lib/server/identity/enter-with-factor.ts';
import { sessionCookieName } from '../../cookies.ts';
import { readPendingCookie } from '../../pending-cookie.ts';
import { visitOf } from '../../visit.ts';

/** Who is asked for a second factor: whoever is just signing in, or is signed in; null: nobody. */
export function askedOf(event: RequestEvent): Promise<Asked | null> {
  const { db, now, person } = event.locals;
  const sessionId = event.cookies.get(sessionCookieName(event.url)) ?? null;
  const browser = { pendingToken: readPendingCookie(event), sessionId, person, visit: visitOf(event) };
  return findAsked(db, browser, now);
}
