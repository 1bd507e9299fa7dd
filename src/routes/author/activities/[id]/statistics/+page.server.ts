import { readFormItemOrder, sortFormItems } from '#lib/domain/report/items/form-item-row.ts';
import { readFormStatistics } from '#lib/server/report/read-form-statistics.ts';
import { askForStatistics } from '../../../ask-for-statistics.ts';
import { requireAuthored } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const address = event.url.searchParams;
  const order = readFormItemOrder(address);
  const which = { activityId: activity.activityId, assessmentId: address.get('form') };
  const { forms, shown } = await readFormStatistics(event.locals.db, which);
  const rows = sortFormItems(shown?.items ?? [], order);
  return { activity, forms, shown, rows, order, isAsked: address.has('asked') };
};

export const actions: Actions = {
  recompute: async (event) => {
    await requireAuthored(event);
    return askForStatistics(event);
  }
};
