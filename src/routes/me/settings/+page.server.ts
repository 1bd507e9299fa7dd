import { fail, redirect } from '@sveltejs/kit';
import { parseProfile } from '#lib/domain/identity/profile.ts';
import { readGranted } from '#lib/server/attempt/read-accommodation.ts';
import { readProfile } from '#lib/server/identity/read-profile.ts';
import { updateProfile } from '#lib/server/identity/update-profile.ts';
import { readProfileFields } from '../../account-fields.ts';
import { requirePerson, requireSender } from '../../guard.ts';
import { readUnverified } from '../unverified.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, email } = requirePerson(event);
  const { db, now } = event.locals;
  return {
    email,
    unverified: await readUnverified(event, { id, email }),
    profile: await readProfile(db, id),
    accommodation: await readGranted(db, { personId: id, now }),
    isSaved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = await requireSender(event);
    const values = readProfileFields(await event.request.formData());
    const profile = parseProfile(values);
    if (!profile.ok) return fail(400, { values, problems: profile.problem });
    await updateProfile(event.locals.db, { personId, profile: profile.value, now: event.locals.now });
    redirect(303, '/me/settings?saved');
  }
};
