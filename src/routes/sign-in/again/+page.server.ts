import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { proveAgain } from '#lib/server/identity/prove-again.ts';
import { readAccountState } from '#lib/server/identity/read-account-state.ts';
import { log } from '#lib/server/log.ts';
import { writeSessionCookie } from '../../cookies.ts';
import { formText } from '../../form-text.ts';
import { requirePerson } from '../../guard.ts';
import { passwordRefusal } from '../../password-refusal.ts';
import type { Actions, PageServerLoad } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me/settings');

export const load: PageServerLoad = async (event) => {
  const { id, email } = requirePerson(event);
  const { hasPassword } = await readAccountState(event.locals.db, id);
  // Admins come here on their way to other people's accounts; everybody else, to their own.
  const isOfAdmin = wayBack(event.url).startsWith('/admin');
  return { email, hasPassword, isOfAdmin };
};

export const actions: Actions = {
  default: async (event) => {
    const person = requirePerson(event);
    const { db, now } = event.locals;
    const password = formText(await event.request.formData(), 'password');
    if (password === '') return fail(400, { message: 'Enter your password' });
    const proven = await proveAgain(db, { person, password, now });
    if (proven.ok) {
      writeSessionCookie(event, proven.value);
      redirect(303, wayBack(event.url));
    }
    const refusal = proven.problem;
    if (refusal.kind === 'ended')
      redirect(303, `/sign-in?returnTo=${encodeURIComponent(wayBack(event.url))}`);
    log.warn({ reason: refusal.kind }, 'proof refused');
    const { status, message } = passwordRefusal(event, refusal);
    return fail(status, { message });
  }
};
