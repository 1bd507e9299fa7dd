import { error } from '@sveltejs/kit';
import { isOwnMapping } from '#lib/domain/report/mapping/own-mapping-key.ts';
import { readMappingHistory } from '#lib/server/report/accreditor/read-mappings.ts';
import { requireRole } from '../../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { key } = event.params;
  const versions = await readMappingHistory(event.locals.db, key);
  const [newest] = versions;
  if (!newest) error(404, 'We cannot find that page.');
  return { key, newest, versions, isOwn: isOwnMapping(key), saved: event.url.searchParams.has('saved') };
};
