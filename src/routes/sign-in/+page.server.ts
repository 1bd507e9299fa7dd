import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { listSignInInstitutions } from '#lib/server/identity/read-institutions.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { log } from '#lib/server/log.ts';
import { sessionCookieName } from '../cookies.ts';
import { countSignIn } from '../count-sign-in.ts';
import { enter } from '../enter.ts';
import { formText } from '../form-text.ts';
import { signInRefusal } from '../sign-in-refusal.ts';
import { visitOf } from '../visit.ts';
import type { Actions, PageServerLoad } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me');

const secondFactorPage = (url: URL) => `/sign-in/second-factor?returnTo=${encodeURIComponent(wayBack(url))}`;

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.person !== null && locals.person.lockedRoles.length > 0) redirect(303, secondFactorPage(url));
  if (locals.person !== null) redirect(303, wayBack(url));
  return {
    returnTo: wayBack(url),
    reason: url.searchParams.has('returnTo'),
    isReset: url.searchParams.has('reset'),
    institutions: await listSignInInstitutions(locals.db)
  };
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
      email: values.email,
      password,
      previousSessionId: cookies.get(sessionCookieName(url)) ?? null,
      visit: visitOf(event),
      now: locals.now
    });
    if (!started.ok) {
      log.warn({ reason: started.problem.kind }, 'sign-in refused');
      countSignIn('first', started.problem.kind);
      const { status, message } = signInRefusal(event, started.problem);
      return fail(status, { values, message });
    }
    enter(event, { outcome: started.value, returnTo: wayBack(url) });
  }
};
