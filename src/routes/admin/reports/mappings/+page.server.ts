import { readMappings } from '#lib/server/report/accreditor/read-mappings.ts';
import { requireRole } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const mappings = await readMappings(event.locals.db);
  return {
    mappings: mappings.map(({ key, version, createdBy, mapping }) => ({
      key,
      version,
      isShipped: createdBy === null,
      title: mapping.title,
      layout: mapping.layout,
      report: mapping.report,
      columns: mapping.columns.length
    }))
  };
};
