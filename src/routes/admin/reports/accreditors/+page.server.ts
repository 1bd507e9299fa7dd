import { readMappings } from '#lib/server/report/accreditor/read-mappings.ts';
import { listReportedActivities } from '#lib/server/report/accreditor/read-activity-record.ts';
import { listSubmissions } from '#lib/server/report/accreditor/read-submission.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db } = event.locals;
  const mappings = await readMappings(db);
  return {
    mappings: mappings
      .filter(({ mapping }) => mapping.subject === 'completion')
      .map(({ key, mapping }) => ({ id: key, label: mapping.title })),
    submissions: await listSubmissions(db),
    activities: await listReportedActivities(db)
  };
};
