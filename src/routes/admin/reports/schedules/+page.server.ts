import { readSchedules } from '#lib/server/report/schedule/read-schedules.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return { schedules: await readSchedules(event.locals.db) };
};
