import { fail, redirect } from '@sveltejs/kit';
import { NO_INSTITUTION } from '#lib/domain/identity/institution-form.ts';
import { INSTITUTION_SAVE_PROBLEMS } from '#lib/domain/identity/institution-save-problem.ts';
import { addInstitution } from '#lib/server/identity/add-institution.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { readInstitutionForm } from '../../../../institution-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireRole(event, 'admin');
  return { values: NO_INSTITUTION, canSeal: event.locals.environment.signingSecret !== null };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { values, read } = await readInstitutionForm(event);
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const { db, environment, now } = event.locals;
    const { signingSecret } = environment;
    const added = await addInstitution(db, { ...read.value, signingSecret, actorId, now });
    if (!added.ok) return fail(409, { values, problems: [INSTITUTION_SAVE_PROBLEMS[added.problem]] });
    redirect(303, `/admin/settings/institutions/${added.value}?saved`);
  }
};
