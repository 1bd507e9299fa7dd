import { fail, redirect } from '@sveltejs/kit';
import { parseAccount, withoutPassword } from '#lib/domain/identity/account-form.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { signUp, type SignUpRefusal } from '#lib/server/identity/sign-up.ts';
import { readAccountFields } from '../account-fields.ts';
import { writeSessionCookie } from '../cookies.ts';
import { siteAddress } from '../site-address.ts';
import { visitOf } from '../visit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/activities');

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.person !== null) redirect(303, wayBack(url));
  return { returnTo: wayBack(url) };
};

const WORDS = {
  'email-taken': 'An account with this e-mail address exists. Sign in instead, or use another address.',
  busy: 'Many people are signing in at this moment. Try again in a few seconds.'
};

function refuse({ setHeaders, locals }: RequestEvent, refusal: SignUpRefusal) {
  if (refusal.kind === 'email-taken') return { status: 409, message: WORDS[refusal.kind] };
  const seconds = refusal.kind === 'busy' ? 3 : secondsToWait(refusal.until, locals.now);
  setHeaders({ 'retry-after': String(seconds) });
  const wait = `Too many addresses from your network were taken. Try again ${waitWords(seconds)}.`;
  return { status: 429, message: refusal.kind === 'busy' ? WORDS.busy : wait };
}

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
      const { status, message } = refuse(event, started.problem);
      return fail(status, { values, problems: [{ field: 'email', message }] });
    }
    writeSessionCookie(event, started.value);
    redirect(303, wayBack(url));
  }
};
