import { fail, redirect } from '@sveltejs/kit';
import { bulkPlanWords, refusalGroups } from '#lib/domain/question-bank/bulk-plan-words.ts';
import { canBeUndone } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { applyBulkChange } from '#lib/server/question-bank/apply-bulk-change.ts';
import { previewBulkChange } from '#lib/server/question-bank/preview-bulk-change.ts';
import { undoBulkChange } from '#lib/server/question-bank/undo-bulk-change.ts';
import { formText } from '../../../../../form-text.ts';
import { requireAuthored } from '../../require-authored.ts';
import { readBulkPost } from './bulk-post.ts';
import type { Actions, PageServerLoad } from './$types';

/** The page is seen as the answer to a form only: the preview. */
export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  if (event.request.method === 'GET') redirect(303, `/author/activities/${activity.activityId}/items`);
  return { activity };
};

export const actions: Actions = {
  preview: async (event) => {
    const { person, query, all, itemIds, change } = await readBulkPost(event);
    const none = [{ field: 'none', message: 'Choose at least one item, or all that match' }];
    const problems = [...(itemIds.length === 0 ? none : []), ...(change.ok ? [] : change.problem)];
    if (!change.ok || problems.length > 0) return fail(400, { problems, query, plan: null });
    const input = { itemIds, change: change.value, actorId: person.id };
    const plan = await previewBulkChange(event.locals.db, input);
    const words = { sentences: bulkPlanWords(plan, change.value), refusals: refusalGroups(plan) };
    const changed = plan.filter(({ effect }) => effect !== 'none' && effect !== 'refused').length;
    const sent = { change: change.value, itemIds: all ? [] : itemIds, all };
    return { problems: [], query, plan: { ...words, ...sent, changed, undo: canBeUndone(change.value) } };
  },
  apply: async (event) => {
    const { person, activity, query, itemIds, change } = await readBulkPost(event);
    if (!change.ok) return fail(400, { problems: change.problem, query, plan: null });
    const input = { itemIds, change: change.value, actorId: person.id, now: event.locals.now };
    const { plan } = await applyBulkChange(event.locals.db, input);
    const changed = plan.filter(({ effect }) => effect !== 'none' && effect !== 'refused').length;
    redirect(303, `/author/activities/${activity.activityId}/items?${query}&changed=${changed}`);
  },
  undo: async (event) => {
    const { person, activity } = await requireAuthored(event);
    const id = formText(await event.request.formData(), 'change');
    const { db, now } = event.locals;
    const undone = isUuid(id)
      ? await undoBulkChange(db, { bulkChangeId: id, actorId: person.id, now })
      : null;
    const home = `/author/activities/${activity.activityId}/items`;
    if (!undone?.ok) {
      const message = 'This change cannot be undone any more: it was undone already, or is older than a day';
      return fail(409, { problems: [{ field: 'none', message }], query: '', plan: null });
    }
    redirect(303, `${home}?undone=${undone.value.undone}&kept=${undone.value.kept}`);
  }
};
