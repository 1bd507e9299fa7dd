import { error } from '@sveltejs/kit';
import { readItemStatistics } from '#lib/server/report/read-item-statistics.ts';
import { askForStatistics } from '../../../ask-for-statistics.ts';
import { requireItem } from '../../require-item.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { itemId } = await requireItem(event);
  const isPooled = event.url.searchParams.has('together');
  const found = await readItemStatistics(event.locals.db, { itemId, isPooled });
  if (found === null) error(404, 'We cannot find that page.');
  return { itemId, isPooled, isAsked: event.url.searchParams.has('asked'), ...found };
};

export const actions: Actions = {
  recompute: async (event) => {
    await requireItem(event);
    return askForStatistics(event);
  }
};
