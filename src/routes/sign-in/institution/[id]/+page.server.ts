import { error, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readOpenInstitution } from '#lib/server/identity/read-institutions.ts';
import { beginAtInstitution } from '../../../begin-at-institution.ts';
import type { Actions, PageServerLoad } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me');

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (locals.person !== null) redirect(303, wayBack(url));
  const name = isUuid(params.id) ? await readOpenInstitution(locals.db, params.id) : null;
  if (name === null) error(404, 'We cannot find that page.');
  return { name };
};

export const actions: Actions = {
  default: async (event) => {
    if (event.locals.person !== null) redirect(303, wayBack(event.url));
    const { id: institutionId } = event.params;
    return beginAtInstitution(event, { institutionId, returnTo: wayBack(event.url), personId: null });
  }
};
