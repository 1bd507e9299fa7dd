import { readFollowUpResults } from '#lib/server/report/read-follow-up-results.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return { followUps: await readFollowUpResults(event.locals.db) };
};
