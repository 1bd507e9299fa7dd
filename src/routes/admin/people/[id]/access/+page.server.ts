import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readDisableReason } from '#lib/domain/identity/disable-reason.ts';
import { disableAccount, enableAccount } from '#lib/server/identity/disable-account.ts';
import { endSessionsOf } from '#lib/server/identity/end-sessions.ts';
import { countSessions } from '#lib/server/identity/list-own-sessions.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole } from '../../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function personOf({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const person = isUuid(params.id) ? await readPerson(locals.db, params.id) : null;
  return person ?? error(404, 'We cannot find that page.');
}

export const load: PageServerLoad = async (event) => {
  const admin = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id, name, roles, isDisabled } = await personOf(event);
  const sessions = await countSessions(db, { personId: id, roles, now });
  return { person: { id, name, isDisabled }, sessions, isSelf: id === admin.id };
};

const REFUSALS = {
  self: 'You cannot disable your own account. Ask another admin.',
  'no-admin': 'You are no longer an admin.'
};

/** Takes the reason and makes the change, or says what is missing. */
async function change(event: RequestEvent, make: typeof disableAccount) {
  const { id: actorId } = requireRole(event, 'admin');
  const { id: personId } = await personOf(event);
  const { db, now } = event.locals;
  const typed = formText(await event.request.formData(), 'reason').slice(0, 5000);
  const reason = readDisableReason(typed);
  if (!reason.ok) return fail(400, { reason: typed, message: reason.problem });
  const made = await make(db, { personId, actorId, reason: reason.value, now });
  if (made.ok) redirect(303, `/admin/people/${personId}/access`);
  if (made.problem === 'unknown-person') error(404, 'We cannot find that page.');
  return fail(409, { reason: typed, message: REFUSALS[made.problem] });
}

export const actions: Actions = {
  end: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { id: personId } = await personOf(event);
    const { db, now } = event.locals;
    await endSessionsOf(db, { personId, actorId, now });
    redirect(303, `/admin/people/${personId}/access`);
  },
  disable: (event) => change(event, disableAccount),
  enable: (event) => change(event, enableAccount)
};
