import { error, fail } from '@sveltejs/kit';
import { NO_ACCOUNT_FIELDS } from '#lib/domain/identity/account-form.ts';
import { parseFirstVisit } from '#lib/domain/identity/first-visit.ts';
import { joinFromInstitution } from '#lib/server/identity/join-from-institution.ts';
import { readNewcomer } from '#lib/server/identity/read-newcomer.ts';
import { readProfileFields } from '../../../account-fields.ts';
import { addressRefusal } from '../../../address-refusal.ts';
import { sessionCookieName } from '../../../cookies.ts';
import { enter } from '../../../enter.ts';
import { formText } from '../../../form-text.ts';
import { clearInstitutionCookie, readInstitutionCookie } from '../../../institution-cookies.ts';
import { siteAddress } from '../../../site-address.ts';
import { visitOf } from '../../../visit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const OVER =
  'No sign-in is waiting here, or it waited longer than an hour. Start again from the sign-in page.';

async function requireNewcomer(event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>) {
  const token = readInstitutionCookie(event, 'newcomer') ?? '';
  const newcomer = await readNewcomer(event.locals.db, { token, now: event.locals.now });
  if (newcomer === null) error(404, OVER);
  return { token, newcomer };
}

export const load: PageServerLoad = async (event) => {
  const { institution, email, givenName, familyName } = (await requireNewcomer(event)).newcomer;
  return { institution, email, values: { ...NO_ACCOUNT_FIELDS, givenName, familyName } };
};

export const actions: Actions = {
  default: async (event) => {
    const { token, newcomer } = await requireNewcomer(event);
    const { locals, cookies, url } = event;
    const data = await event.request.formData();
    const values = { ...readProfileFields(data), email: formText(data, 'email') };
    const read = parseFirstVisit(values, newcomer.email);
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const joined = await joinFromInstitution(locals.db, {
      token,
      ...read.value,
      origin: siteAddress(event),
      previousSessionId: cookies.get(sessionCookieName(url)) ?? null,
      visit: visitOf(event),
      now: locals.now
    });
    if (joined.ok) {
      clearInstitutionCookie(event, 'newcomer');
      enter(event, joined.value);
    }
    if (joined.problem.kind === 'unknown') error(404, OVER);
    const { status, message } = addressRefusal(event, joined.problem);
    return fail(status, { values, problems: [{ field: 'email', message }] });
  }
};
