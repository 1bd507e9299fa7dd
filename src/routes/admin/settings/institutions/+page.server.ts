import { listInstitutions } from '#lib/server/identity/read-institutions.ts';
import { CALLBACK } from '../../../begin-at-institution.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return {
    institutions: await listInstitutions(event.locals.db),
    callback: event.url.origin + CALLBACK
  };
};
