import { redirect } from '@sveltejs/kit';
import { acceptFollowUps } from '#lib/server/evaluation/accept-follow-ups.ts';
import { readFollowUpWishes } from '#lib/server/evaluation/read-follow-up-wishes.ts';
import { refuseFollowUps } from '#lib/server/evaluation/refuse-follow-ups.ts';
import { requirePerson } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  return readFollowUpWishes(event.locals.db, id);
};

export const actions: Actions = {
  stop: async (event) => {
    const { id: personId } = requirePerson(event);
    await refuseFollowUps(event.locals.db, { personId, now: event.locals.now });
    redirect(303, '/me/follow-ups');
  },
  resume: async (event) => {
    const { id: personId } = requirePerson(event);
    await acceptFollowUps(event.locals.db, { personId, now: event.locals.now });
    redirect(303, '/me/follow-ups');
  }
};
