import { fail, redirect } from '@sveltejs/kit';
import { parseAccount, withoutPassword } from '#lib/domain/identity/account-form.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import { readAccountFields } from '../account-fields.ts';
import { writeSessionCookie } from '../cookies.ts';
import { siteAddress } from '../site-address.ts';
import { visitOf } from '../visit.ts';
import type { Actions, PageServerLoad } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/activities');

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.person !== null) redirect(303, wayBack(url));
  return { returnTo: wayBack(url) };
};

const REFUSALS = {
  'email-taken': {
    status: 409,
    message: 'An account with this e-mail address exists. Sign in instead, or use another address.'
  },
  busy: { status: 429, message: 'Many people are signing in at this moment. Try again in a few seconds.' }
};

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, url } = event;
    if (locals.person !== null) redirect(303, wayBack(url));
    const fields = readAccountFields(await request.formData());
    const values = withoutPassword(fields);
    const account = parseAccount(fields);
    if (!account.ok) return fail(400, { values, problems: account.problem });
    const started = await signUp(locals.db, {
      ...account.value,
      origin: siteAddress(event),
      visit: visitOf(event),
      now: locals.now
    });
    if (!started.ok) {
      const { status, message } = REFUSALS[started.problem];
      if (status === 429) event.setHeaders({ 'retry-after': '3' });
      return fail(status, { values, problems: [{ field: 'email', message }] });
    }
    writeSessionCookie(event, started.value);
    redirect(303, wayBack(url));
  }
};
