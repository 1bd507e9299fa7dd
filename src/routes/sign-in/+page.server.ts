import { fail, redirect } from '@sveltejs/kit';
import { parseEmail } from '#lib/domain/identity/email.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { log } from '#lib/server/log.ts';
import { sessionCookieName, writeSessionCookie } from '../cookies.ts';
import { formText } from '../form-text.ts';
import { visitOf } from '../visit.ts';
import type { Actions, PageServerLoad } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me');

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.person !== null) redirect(303, wayBack(url));
  return { returnTo: wayBack(url), reason: url.searchParams.has('returnTo') };
};

const REFUSALS = {
  wrong: { status: 400, message: 'The e-mail address or the password is not right' },
  busy: { status: 429, message: 'Many people are signing in at this moment. Try again in a few seconds.' }
};

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, url, cookies } = event;
    const data = await request.formData();
    const values = { email: formText(data, 'email') };
    const password = formText(data, 'password');
    if (values.email.trim() === '' || password === '') {
      return fail(400, { values, message: 'Enter your e-mail address and your password' });
    }
    const started = await signIn(locals.db, {
      email: parseEmail(values.email) ?? '',
      password,
      previousSessionId: cookies.get(sessionCookieName(url)) ?? null,
      visit: visitOf(event),
      now: locals.now
    });
    if (!started.ok) {
      log.warn({ reason: started.problem }, 'sign-in refused');
      const { status, message } = REFUSALS[started.problem];
      if (status === 429) event.setHeaders({ 'retry-after': '3' });
      return fail(status, { values, message });
    }
    writeSessionCookie(event, started.value);
    redirect(303, wayBack(url));
  }
};
