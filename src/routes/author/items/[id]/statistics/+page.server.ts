import { error } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readItemStatistics } from '#lib/server/report/read-item-statistics.ts';
import { requireRole } from '../../../../guard.ts';
import { askForStatistics } from '../../../ask-for-statistics.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { id: itemId } = event.params;
  const isPooled = event.url.searchParams.has('together');
  const found = isUuid(itemId) ? await readItemStatistics(event.locals.db, { itemId, isPooled }) : null;
  if (found === null) error(404, 'We cannot find that page.');
  return { itemId, isPooled, isAsked: event.url.searchParams.has('asked'), ...found };
};

export const actions: Actions = {
  recompute: async (event) => {
    requireRole(event, 'educator');
    return askForStatistics(event);
  }
};
