import { error, fail, redirect } from '@sveltejs/kit';
import { isRole } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { grantRole, withdrawRole } from '#lib/server/identity/change-role.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import type { RequestEvent } from './$types';

const NOT_FOUND = 'We cannot find that page.';

const MESSAGES = {
  'no-role': 'Choose a role',
  'last-admin': 'This is the only admin. Give the role to somebody else first.'
};

async function readRole(event: RequestEvent): Promise<Role | null> {
  const role = formText(await event.request.formData(), 'role');
  return isRole(role) ? role : null;
}

const refuse = (status: number, problem: keyof typeof MESSAGES) =>
  fail(status, { fields: null, problems: [{ field: 'roles', message: MESSAGES[problem] }] });

/** Gives a role. */
export async function give(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const { id: personId } = event.params;
  const role = await readRole(event);
  if (role === null) return refuse(400, 'no-role');
  if (!isUuid(personId)) error(404, NOT_FOUND);
  const given = await grantRole(event.locals.db, { personId, role, actorId, now: event.locals.now });
  if (!given.ok) error(404, NOT_FOUND);
  redirect(303, `/admin/people/${personId}`);
}

/** Takes a role, unless it is that of the last admin. */
export async function take(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const { id: personId } = event.params;
  const role = await readRole(event);
  if (role === null) return refuse(400, 'no-role');
  if (!isUuid(personId)) error(404, NOT_FOUND);
  const taken = await withdrawRole(event.locals.db, { personId, role, actorId, now: event.locals.now });
  if (taken.ok) redirect(303, `/admin/people/${personId}`);
  if (taken.problem === 'unknown-person') error(404, NOT_FOUND);
  return refuse(409, 'last-admin');
}
