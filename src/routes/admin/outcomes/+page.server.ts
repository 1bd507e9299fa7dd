import { listOutcomes } from '#lib/server/report/list-outcomes.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return { versions: await listOutcomes(event.locals.db) };
};
