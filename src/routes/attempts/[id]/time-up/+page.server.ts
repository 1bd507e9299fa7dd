import { error, redirect } from '@sveltejs/kit';
import { loadTimeUp } from '#lib/server/attempt/load-time-up.ts';
import { readAttempt } from '../../attempt-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const which = readAttempt(event);
  const view = await loadTimeUp(event.locals.db, which);
  if (!view) error(404);
  const { closedAt, ...rest } = view;
  if (closedAt === null) redirect(303, `/attempts/${which.attemptId}/result`);
  return { ...rest, closedAt };
};
