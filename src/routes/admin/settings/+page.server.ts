import { fail, redirect } from '@sveltejs/kit';
import { readApprovalsNeeded } from '#lib/domain/question-bank/approvals-needed.ts';
import { readReviewSettings } from '#lib/server/question-bank/read-review-settings.ts';
import { updateReviewSettings } from '#lib/server/question-bank/update-review-settings.ts';
import { readReferenceSettings } from '#lib/server/reference/read-reference-settings.ts';
import { updateReferenceSettings } from '#lib/server/reference/update-reference-settings.ts';
import { formText } from '../../form-text.ts';
import { requireRole } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return {
    review: await readReviewSettings(event.locals.db),
    library: await readReferenceSettings(event.locals.db),
    isSaved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  review: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const typed = formText(await event.request.formData(), 'approvalsNeeded');
    const needed = readApprovalsNeeded(typed);
    if (!needed.ok)
      return fail(400, { typed, problems: [{ field: 'approvalsNeeded', message: needed.problem }] });
    await updateReviewSettings(db, { approvalsNeeded: needed.value, actorId, now });
    redirect(303, '/admin/settings?saved');
  },
  library: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const looksUp = formText(await event.request.formData(), 'looksUp') === 'yes';
    await updateReferenceSettings(db, { looksUp, actorId, now });
    redirect(303, '/admin/settings?saved');
  }
};
