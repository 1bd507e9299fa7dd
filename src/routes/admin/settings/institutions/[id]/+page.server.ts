import { error, fail, redirect } from '@sveltejs/kit';
import { INSTITUTION_SAVE_PROBLEMS } from '#lib/domain/identity/institution-save-problem.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { changeInstitution } from '#lib/server/identity/change-institution.ts';
import { readInstitutionForm as readStored } from '#lib/server/identity/read-institutions.ts';
import { switchInstitution } from '#lib/server/identity/switch-institution.ts';
import { testInstitution } from '#lib/server/identity/test-institution.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { readInstitutionForm } from '../../../../institution-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const UNKNOWN = 'We cannot find that institution.';

function requireInstitution(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
  const { id: actorId } = requireRole(event, 'admin');
  if (!isUuid(event.params.id)) error(404, UNKNOWN);
  return { actorId, id: event.params.id, signingSecret: event.locals.environment.signingSecret };
}

export const load: PageServerLoad = async (event) => {
  const { id, signingSecret } = requireInstitution(event);
  const institution = await readStored(event.locals.db, id);
  if (institution === null) error(404, UNKNOWN);
  return { institution, canSeal: signingSecret !== null, isSaved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  save: async (event) => {
    await requireSender(event);
    const which = requireInstitution(event);
    const { values, revision, read } = await readInstitutionForm(event);
    if (!read.ok) return fail(400, { values, problems: read.problem, tested: null });
    const { db, now } = event.locals;
    const changed = await changeInstitution(db, { ...which, ...read.value, revision, now });
    if (changed.ok) redirect(303, `/admin/settings/institutions/${which.id}?saved`);
    if (changed.problem === 'unknown') error(404, UNKNOWN);
    const problems = [INSTITUTION_SAVE_PROBLEMS[changed.problem]];
    return fail(409, { values, problems, tested: null });
  },
  switch: async (event) => {
    const { id, actorId } = requireInstitution(event);
    const isOn = formText(await event.request.formData(), 'on') === 'yes';
    const switched = await switchInstitution(event.locals.db, { id, isOn, actorId, now: event.locals.now });
    if (!switched.ok) error(404, UNKNOWN);
    redirect(303, `/admin/settings/institutions/${id}?saved`);
  },
  test: async (event) => {
    const { id, signingSecret } = requireInstitution(event);
    const tested = await testInstitution(event.locals.db, { id, signingSecret, now: event.locals.now });
    if (tested.ok) return { values: null, problems: [], tested };
    if (tested.problem.kind === 'unknown') error(404, UNKNOWN);
    return fail(409, { values: null, problems: [], tested });
  }
};
