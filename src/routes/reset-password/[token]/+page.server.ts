import { fail, redirect } from '@sveltejs/kit';
import { newPasswordProblems } from '#lib/domain/identity/new-password.ts';
import { findResetOwner, resetPassword } from '#lib/server/identity/reset-password.ts';
import { clearSessionCookie } from '../../cookies.ts';
import { formText } from '../../form-text.ts';
import { siteAddress } from '../../site-address.ts';
import { visitOf } from '../../visit.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where one asks for another link, and learns why. */
const ANEW = '/reset-password?ended';

type Event = Parameters<PageServerLoad>[0] | Parameters<Actions[string]>[0];

async function requireOwner({ locals, params }: Event) {
  const owner = await findResetOwner(locals.db, { token: params.token, now: locals.now });
  return owner ?? redirect(303, ANEW);
}

/** Opening the page changes nothing: programs open links to look at them. */
export const load: PageServerLoad = async (event) => ({ email: (await requireOwner(event)).email });

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, request } = event;
    const password = formText(await request.formData(), 'password');
    const problems = newPasswordProblems('password', password, await requireOwner(event));
    if (problems.length > 0) return fail(400, { problems });
    const { now } = locals;
    const from = { origin: siteAddress(event), visit: visitOf(event) };
    const reset = { token: params.token, password, ...from, now };
    const done = await resetPassword(locals.db, reset);
    if (done.ok) {
      clearSessionCookie(event);
      redirect(303, '/sign-in?reset');
    }
    if (done.problem === 'link') redirect(303, ANEW);
    event.setHeaders({ 'retry-after': '3' });
    const message = 'The server is busy. Try again in a few seconds.';
    return fail(429, { problems: [{ field: 'password', message }] });
  }
};
