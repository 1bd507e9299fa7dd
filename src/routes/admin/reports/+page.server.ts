import { listExports } from '#lib/server/report/background/read-exports.ts';
import { readSchedules } from '#lib/server/report/schedule/read-schedules.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db, now } = event.locals;
  const beyond = event.url.searchParams.get('after');
  return { now, ...(await listExports(db, { beyond })), schedules: await readSchedules(db) };
};
