import { readProviderHistory } from '#lib/server/accreditation/read-provider.ts';
import { readRules } from '#lib/server/accreditation/read-rules.ts';
import { listAccreditation } from '#lib/server/activity/list-accreditation.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db, now } = event.locals;
  const [provider = null] = await readProviderHistory(db);
  return { provider, rules: await readRules(db, now), activities: await listAccreditation(db) };
};
