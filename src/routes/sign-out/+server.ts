import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/identity/sign-out.ts';
import { clearDevice } from '../clear-device.ts';
import { sessionCookieName } from '../cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const { locals, cookies, url } = event;
  const sessionId = cookies.get(sessionCookieName(url));
  if (locals.person !== null && sessionId !== undefined) {
    await signOut(locals.db, { sessionId, personId: locals.person.id, now: locals.now });
  }
  clearDevice(event);
  redirect(303, '/');
};

/** An address typed or reloaded: signing out is a POST. */
export const GET: RequestHandler = () => redirect(303, '/');
