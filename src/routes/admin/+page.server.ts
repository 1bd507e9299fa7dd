import { readDashboard } from '#lib/server/report/dashboard/read-dashboard.ts';
import { requireRole } from '../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db, environment } = event.locals;
  return {
    issuesBadges: environment.signingSecret !== null,
    dashboard: await readDashboard(db, { now: new Date() })
  };
};
