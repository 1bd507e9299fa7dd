import { fail, redirect } from '@sveltejs/kit';
import { newPasswordProblems } from '#lib/domain/identity/new-password.ts';
import { changePassword } from '#lib/server/identity/change-password.ts';
import { readProfile } from '#lib/server/identity/read-profile.ts';
import { writeSessionCookie } from '../../../cookies.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { siteAddress } from '../../../site-address.ts';
import type { RequestEvent } from './$types';
import { refusePassword } from './refuse.ts';

/** Changes the password, or gives a first one to who has none. */
export async function postPassword(event: RequestEvent) {
  const person = requirePerson(event);
  const { db, now } = event.locals;
  const data = await event.request.formData();
  const newPassword = formText(data, 'newPassword');
  const owner = { email: person.email, profile: await readProfile(db, person.id) };
  const problems = newPasswordProblems('newPassword', newPassword, owner);
  if (problems.length > 0) return fail(400, { values: { email: '' }, problems });
  const changed = await changePassword(db, {
    person,
    password: formText(data, 'password'),
    newPassword,
    endsOthers: formText(data, 'endsOthers') === 'yes',
    origin: siteAddress(event),
    now
  });
  if (!changed.ok) return refusePassword(event, { field: 'password', refusal: changed.problem });
  writeSessionCookie(event, changed.value);
  redirect(303, '/me/settings/account?done=password');
}
