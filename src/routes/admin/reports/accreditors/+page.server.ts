import { readMappings } from '#lib/server/report/accreditor/read-mappings.ts';
import { listReportedActivities } from '#lib/server/report/accreditor/read-activity-record.ts';
import { listSubmissions } from '#lib/server/report/accreditor/read-submission.ts';
import { filterPairs } from '#lib/domain/report/completion-filter.ts';
import { WHOLE_VIEW } from '#lib/domain/report/completion-view.ts';
import { requireRole } from '../../../guard.ts';
import { viewOf } from '../../completions/completion-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db } = event.locals;
  const mappings = await readMappings(db);
  const view = viewOf(event.url);
  const { filter } = view.ok ? view.value : WHOLE_VIEW;
  const isUnchosen = event.url.searchParams.get('mapping') === '';
  return {
    problems: isUnchosen ? [{ field: 'mapping', message: 'Choose the file that is to be made' }] : [],
    days: { from: filter.from ?? '', to: filter.to ?? '' },
    // What else narrows the view goes along unseen.
    narrowed: filterPairs({ ...filter, from: null, to: null }).map(([name, value]) => ({ name, value })),
    mappings: mappings
      .filter(({ mapping }) => mapping.subject === 'completion')
      .map(({ key, mapping }) => ({ id: key, label: mapping.title })),
    submissions: await listSubmissions(db),
    activities: await listReportedActivities(db)
  };
};
