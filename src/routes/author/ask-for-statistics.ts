import { fail, redirect, type RequestEvent } from '@sveltejs/kit';

/** Asks for all statistics to be computed in the background, and comes back to the page that asked. */
export async function askForStatistics({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const isAsked = await locals.requestJob('item-statistics');
  if (!isAsked) {
    return fail(503, {
      refused:
        'The background work cannot be reached at this moment. Nothing was changed. Try again in a minute.'
    });
  }
  const address = new URLSearchParams(url.searchParams);
  address.delete('/recompute');
  address.set('asked', '');
  redirect(303, `${url.pathname}?${address.toString()}`);
}
