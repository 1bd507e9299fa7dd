import type { RequestEvent } from '@sveltejs/kit';
import { isStorm } from '#lib/server/identity/password.ts';
import { countSignIn } from './count-sign-in.ts';

const WORDS =
  'Many people are signing in at this moment. Go back in your browser and try again in a few seconds.\n';

/** Refuses a sign-in in few words while there is a storm of them; null: it is looked at. */
export function refuseInStorm({ request, route, locals }: RequestEvent): Response | null {
  if (request.method !== 'POST' || route.id !== '/sign-in' || !isStorm(locals.now.getTime())) return null;
  countSignIn('first', 'busy');
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '3' };
  return new Response(WORDS, { status: 429, headers });
}
