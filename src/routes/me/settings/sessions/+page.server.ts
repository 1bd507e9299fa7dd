import { error, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { endOtherSessions, endOwnSession } from '#lib/server/identity/end-sessions.ts';
import { listOwnSessions } from '#lib/server/identity/list-own-sessions.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { requireRecentProof } from '../../../require-recent-proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const person = requirePerson(event);
  const { db, now } = event.locals;
  return {
    sessions: await listOwnSessions(db, { person, now }),
    hasEnded: event.url.searchParams.has('ended')
  };
};

export const actions: Actions = {
  end: async (event) => {
    const { id: personId } = requireRecentProof(event);
    const { db, now } = event.locals;
    const handle = formText(await event.request.formData(), 'session');
    if (!isUuid(handle)) error(400, 'Choose a session from the list.');
    // One that is no more has ended, which is what was asked for.
    await endOwnSession(db, { personId, handle, now });
    redirect(303, '/me/settings/sessions?ended');
  },
  endOthers: async (event) => {
    const person = requireRecentProof(event);
    const { db, now } = event.locals;
    await endOtherSessions(db, { person, now });
    redirect(303, '/me/settings/sessions?ended');
  }
};
