import { error } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readBankReport } from '#lib/server/report/read-bank-report.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { id } = event.params;
  const page = isUuid(id) ? await readBankReport(event.locals.db, id) : null;
  if (page === null) error(404, 'We cannot find that page.');
  return page;
};
