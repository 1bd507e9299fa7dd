import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readLinkedInstitutions } from '#lib/server/identity/linked-institutions.ts';
import { unlinkInstitution } from '#lib/server/identity/unlink-institution.ts';
import { beginAtInstitution } from '../../../begin-at-institution.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { requireRecentProof } from '../../../require-recent-proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  return {
    ...(await readLinkedInstitutions(event.locals.db, id)),
    isConnected: event.url.searchParams.has('connected'),
    isEnded: event.url.searchParams.has('ended')
  };
};

const LAST_WAY =
  'You could not sign in any more without it. Set a password or add a passkey first, or connect another institution.';

export const actions: Actions = {
  link: async (event) => {
    const { id: personId } = requireRecentProof(event);
    const institutionId = formText(await event.request.formData(), 'institution');
    const to = { institutionId, returnTo: '/me/settings/institutions', personId };
    return { door: await beginAtInstitution(event, to), problem: null };
  },
  unlink: async (event) => {
    const { id: personId } = requireRecentProof(event);
    const institutionId = formText(await event.request.formData(), 'institution');
    if (!isUuid(institutionId)) error(400, 'Choose an institution from the list.');
    const { db, now } = event.locals;
    const unlinked = await unlinkInstitution(db, { personId, institutionId, now });
    if (!unlinked.ok) return fail(409, { door: null, problem: LAST_WAY });
    redirect(303, '/me/settings/institutions?ended');
  }
};
