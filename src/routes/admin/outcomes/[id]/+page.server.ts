import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readOutcomes } from '#lib/server/report/read-outcomes.ts';
import { requireRole } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { id } = event.params;
  const page = isUuid(id) ? await readOutcomes(event.locals.db, id) : null;
  if (page === null) error(404, 'We cannot find that page.');
  return { page, isAsked: event.url.searchParams.has('asked') };
};

export const actions: Actions = {
  compute: async (event) => {
    requireRole(event, 'admin');
    if (!(await event.locals.requestJob('outcomes'))) return fail(503, { unreachable: true });
    redirect(303, `/admin/outcomes/${encodeURIComponent(event.params.id)}?asked=1`);
  }
};
