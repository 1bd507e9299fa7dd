import { error } from '@sveltejs/kit';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import { readBankReport } from '#lib/server/report/read-bank-report.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const { id } = event.params;
  const reaches = await mayReach(event.locals.db, 'bank', { id, personId });
  const page = reaches ? await readBankReport(event.locals.db, id) : null;
  if (page === null) error(404, 'We cannot find that page.');
  return page;
};
