import { error } from '@sveltejs/kit';
import { unsubscribe } from '#lib/server/evaluation/refuse-follow-ups.ts';
import { isSubscriber } from '#lib/server/evaluation/is-subscriber.ts';
import type { Actions, PageServerLoad } from './$types';

const UNKNOWN =
  'This link stands in none of our letters. Compare it with the letter, character by character.';

/** Opening the page changes nothing: programs open links to look at them. */
export const load: PageServerLoad = async ({ locals, params }) => {
  if (!(await isSubscriber(locals.db, params.token))) error(404, UNKNOWN);
};

export const actions: Actions = {
  /** By the button of the page, or by a mail program in one click (RFC 8058). */
  default: async ({ locals, params }) => {
    if (!(await unsubscribe(locals.db, { token: params.token, now: locals.now }))) error(404, UNKNOWN);
    return { isDone: true };
  }
};
