import type { RequestEvent } from './$types';

/** Asks for all that rests on marks to be computed anew. Where the queue cannot be reached, its own time will come. */
export async function followMarks({ locals }: Pick<RequestEvent, 'locals'>): Promise<void> {
  await locals.requestJob('item-statistics');
  await locals.requestJob('outcomes');
  await locals.requestJob('dashboard');
}
