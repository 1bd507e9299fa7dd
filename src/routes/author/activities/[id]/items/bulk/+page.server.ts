import { fail, redirect } from '@sveltejs/kit';
import { changedItems } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { applyBulkChange } from '#lib/server/question-bank/apply-bulk-change.ts';
import { previewBulkChange } from '#lib/server/question-bank/preview-bulk-change.ts';
import { undoBulkChange } from '#lib/server/question-bank/undo-bulk-change.ts';
import { formText } from '../../../../../form-text.ts';
import { requireAuthored } from '../../require-authored.ts';
import { readBulkPost } from './bulk-post.ts';
import { previewOf } from './preview-of.ts';
import type { Actions, PageServerLoad } from './$types';

const OTHER_PLAN =
  'Nothing was changed: the items are not as they were when you looked. Read what would happen now';

/** The page is seen as the answer to a form only: the preview. */
export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  if (event.request.method === 'GET') redirect(303, `/author/activities/${activity.activityId}/items`);
  return { activity };
};

export const actions: Actions = {
  preview: async (event) => {
    const { person, query, all, asked, problems } = await readBulkPost(event);
    if (asked === null) return fail(400, { problems, query, plan: null });
    const plan = await previewBulkChange(event.locals.db, { ...asked, actorId: person.id });
    return { problems: [], query, plan: previewOf(plan, { ...asked, all }) };
  },
  apply: async (event) => {
    const { person, activity, query, all, asked, problems, seen } = await readBulkPost(event);
    if (asked === null) return fail(400, { problems, query, plan: null });
    const { db, now } = event.locals;
    const done = await applyBulkChange(db, { ...asked, actorId: person.id, now, seen });
    if (!done.ok) {
      const plan = previewOf(done.problem.plan, { ...asked, all });
      return fail(409, { problems: [{ field: 'plan', message: OTHER_PLAN }], query, plan });
    }
    const changed = changedItems(done.value.plan).length;
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
