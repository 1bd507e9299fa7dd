import { error, fail, redirect } from '@sveltejs/kit';
import { isRole } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { grantRole, withdrawRole } from '#lib/server/identity/change-role.ts';
import { countSessions } from '#lib/server/identity/list-own-sessions.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { readPersonCompletions } from '#lib/server/report/read-person-completions.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  const admin = requireRole(event, 'admin');
  const { id } = event.params;
  const person = isUuid(id) ? await readPerson(event.locals.db, id) : null;
  if (person === null) error(404, NOT_FOUND);
  const { db, now } = event.locals;
  const completions = await readPersonCompletions(db, person.id);
  const sessions = await countSessions(db, { personId: person.id, roles: person.roles, now });
  return { person, completions, sessions, isSelf: person.id === admin.id };
};

async function readRole(event: RequestEvent): Promise<Role | null> {
  const role = formText(await event.request.formData(), 'role');
  return isRole(role) ? role : null;
}

const MESSAGES = {
  'no-role': 'Choose a role',
  'last-admin': 'This is the only admin. Give the role to somebody else first.'
};

export const actions: Actions = {
  give: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { id: personId } = event.params;
    const role = await readRole(event);
    if (role === null) return fail(400, { message: MESSAGES['no-role'] });
    if (!isUuid(personId)) error(404, NOT_FOUND);
    const given = await grantRole(event.locals.db, { personId, role, actorId, now: event.locals.now });
    if (!given.ok) error(404, NOT_FOUND);
    redirect(303, `/admin/people/${personId}`);
  },
  take: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { id: personId } = event.params;
    const role = await readRole(event);
    if (role === null) return fail(400, { message: MESSAGES['no-role'] });
    if (!isUuid(personId)) error(404, NOT_FOUND);
    const taken = await withdrawRole(event.locals.db, { personId, role, actorId, now: event.locals.now });
    if (taken.ok) redirect(303, `/admin/people/${personId}`);
    if (taken.problem === 'unknown-person') error(404, NOT_FOUND);
    return fail(409, { message: MESSAGES['last-admin'] });
  }
};
