import { fail, redirect } from '@sveltejs/kit';
import { parseNewActivity } from '#lib/domain/activity/new-activity.ts';
import { NEUTRAL_EVALUATION } from '#lib/domain/evaluation/neutral-evaluation.ts';
import { createActivity } from '#lib/server/activity/create-activity.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireRole(event, 'educator');
};

export const actions: Actions = {
  default: async (event) => {
    const { id: actorId } = requireRole(event, 'educator');
    const data = await event.request.formData();
    const values = { slug: formText(data, 'slug'), title: formText(data, 'title') };
    const parsed = parseNewActivity(values);
    if (!parsed.ok) return fail(400, { values, problems: parsed.problem });
    const { db, now } = event.locals;
    const made = await createActivity(db, { ...parsed.value, evaluation: NEUTRAL_EVALUATION, actorId, now });
    if (made.ok) redirect(303, `/author/activities/${made.value.activityId}`);
    const message = 'Another activity has this address. Choose one that is free';
    return fail(409, { values, problems: [{ field: 'slug', message }] });
  }
};
