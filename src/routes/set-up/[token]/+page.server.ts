import { error, fail, redirect } from '@sveltejs/kit';
import { parseAccount, withoutPassword } from '#lib/domain/identity/account-form.ts';
import { isSetUpLinkUsable, makeFirstAdmin } from '#lib/server/identity/make-first-admin.ts';
import { readAccountFields } from '../../account-fields.ts';
import { writeSessionCookie } from '../../cookies.ts';
import { siteAddress } from '../../site-address.ts';
import { visitOf } from '../../visit.ts';
import type { Actions, PageServerLoad } from './$types';

const DEAD_LINK =
  'This set-up link does not work. It works once, within 24 hours, while there is no administrator. Starting Footnote again prints a new one.';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!(await isSetUpLinkUsable(locals.db, { token: params.token, now: locals.now }))) error(404, DEAD_LINK);
};

const REFUSALS = {
  'email-taken': { status: 409, message: 'An account with this e-mail address exists. Use another address.' },
  busy: { status: 429, message: 'The server is busy. Try again in a few seconds.' }
};

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, params } = event;
    const fields = readAccountFields(await request.formData());
    const values = withoutPassword(fields);
    const account = parseAccount(fields);
    if (!account.ok) return fail(400, { values, problems: account.problem });
    const made = await makeFirstAdmin(locals.db, {
      ...account.value,
      token: params.token,
      origin: siteAddress(event),
      visit: visitOf(event),
      now: locals.now
    });
    if (made.ok) {
      writeSessionCookie(event, made.value);
      redirect(303, '/admin');
    }
    if (made.problem === 'link') error(404, DEAD_LINK);
    const { status, message } = REFUSALS[made.problem];
    if (status === 429) event.setHeaders({ 'retry-after': '3' });
    return fail(status, { values, problems: [{ field: 'email', message }] });
  }
};
