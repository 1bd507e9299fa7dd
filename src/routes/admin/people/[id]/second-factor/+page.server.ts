import { error, fail, redirect } from '@sveltejs/kit';
import { readDisableReason } from '#lib/domain/identity/disable-reason.ts';
import { hasFactor } from '#lib/domain/identity/second-factor.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readFactors } from '#lib/server/identity/read-factors.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { resetSecondFactor } from '#lib/server/identity/reset-second-factor.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole } from '../../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function personOf({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const person = isUuid(params.id) ? await readPerson(locals.db, params.id) : null;
  return person ?? error(404, 'We cannot find that page.');
}

export const load: PageServerLoad = async (event) => {
  const admin = requireRole(event, 'admin');
  const { id, name } = await personOf(event);
  const isSetUp = hasFactor(await readFactors(event.locals.db, id));
  return { person: { id, name }, isSetUp, isSelf: id === admin.id };
};

export const actions: Actions = {
  default: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { id: personId } = await personOf(event);
    const reason = formText(await event.request.formData(), 'reason').slice(0, 2000);
    const read = readDisableReason(reason);
    if (!read.ok) return fail(400, { reason, message: read.problem });
    const { db, now } = event.locals;
    const { origin } = event.url;
    const reset = await resetSecondFactor(db, { personId, actorId, reason: read.value, origin, now });
    if (reset.ok) redirect(303, `/admin/people/${personId}`);
    if (reset.problem === 'unknown-person') error(404, 'We cannot find that page.');
    return fail(409, { reason, message: 'Another admin must reset your own second factor' });
  }
};
