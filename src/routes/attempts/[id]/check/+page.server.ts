import { error, redirect } from '@sveltejs/kit';
import { timeLeft } from '#lib/domain/attempt/time-left.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { loadCheck } from '#lib/server/attempt/load-check.ts';
import { readAttempt } from '../../attempt-request.ts';
import { endIfOver } from '../../end-if-over.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const which = readAttempt(event);
  const view = await loadCheck(event.locals.db, which);
  if (!view) error(404);
  await endIfOver(event, view.attempt);
  if (view.attempt.state === 'submitted') redirect(303, `/attempts/${which.attemptId}/result`);
  return { ...view, timeLeft: timeLeft(view.attempt.closesAt, event.locals.now) };
};

export const actions: Actions = {
  default: async (event) => {
    const which = readAttempt(event);
    const finished = await finishAttempt(event.locals.db, { ...which, now: event.locals.now });
    if (!finished.ok) error(404);
    redirect(303, `/attempts/${which.attemptId}/${finished.value.closedAt ? 'time-up' : 'result'}`);
  }
};
