import { error, fail, redirect } from '@sveltejs/kit';
import { draftOfForm } from '#lib/domain/question-bank/item-form.ts';
import { readNewItem } from '#lib/domain/question-bank/read-new-item.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import { readItemSurroundings } from '#lib/server/activity/read-item-surroundings.ts';
import { createItem } from '#lib/server/question-bank/create-item.ts';
import { findBank } from '#lib/server/question-bank/find-bank.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import { readPostedFields } from '../../../posted-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The bank and the activity that the address names; an activity is only there to choose from. */
async function readPlace({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>, personId: string) {
  const bankId = url.searchParams.get('bank') ?? '';
  const activityId = url.searchParams.get('activity') ?? '';
  const reaches = await mayReach(locals.db, 'bank', { id: bankId, personId });
  const bank = reaches ? await findBank(locals.db, bankId) : null;
  if (bank === null) error(404, 'We cannot find that question bank.');
  return { bank, activityId: isUuid(activityId) ? activityId : null };
}

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const { bank, activityId } = await readPlace(event, personId);
  const around = { bankId: bank.id, activityId, personId, citedKeys: [] };
  return { bank, surroundings: await readItemSurroundings(event.locals.db, around) };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'educator');
    const { bank } = await readPlace(event, actorId);
    const { typed, form, problems } = readNewItem(await readPostedFields(event.request));
    if (problems.length > 0) return fail(400, { typed, problems });
    const { db, now } = event.locals;
    const created = await createItem(db, { bankId: bank.id, draft: draftOfForm(form), actorId, now });
    if (created.ok) redirect(303, `/author/items/${created.value.itemId}`);
    if (created.problem.kind === 'no-such-bank') error(404, 'We cannot find that question bank.');
    return fail(400, { typed, problems: created.problem.problems });
  }
};
