import { redirect } from '@sveltejs/kit';
import { parseEmail } from '#lib/domain/identity/email.ts';
import { askEmailChange, type EmailRefusal } from '#lib/server/identity/ask-email-change.ts';
import { writeSessionCookie } from '../../../cookies.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { siteAddress } from '../../../site-address.ts';
import type { RequestEvent } from './$types';
import { refuse, refuseLetters, refusePassword } from './refuse.ts';

const field = 'email';

function explain(event: RequestEvent, refusal: EmailRefusal, values: { email: string }) {
  switch (refusal.kind) {
    case 'taken':
      return refuse(409, { field, message: 'An account with this e-mail address exists.' }, values);
    case 'letters':
      return refuseLetters(event, field, { until: refusal.until, values });
    case 'ended':
      return refusePassword(event, { field: 'emailPassword', refusal, values });
    case 'password':
      return refusePassword(event, { field: 'emailPassword', refusal: refusal.why, values });
  }
}

/** Asks for another address: nothing changes before the letter to it is answered. */
export async function postEmail(event: RequestEvent) {
  const person = requirePerson(event);
  const data = await event.request.formData();
  const values = { email: formText(data, 'email') };
  const email = parseEmail(values.email);
  if (email === null) {
    return refuse(400, { field, message: 'Enter an e-mail address, like name@example.org' }, values);
  }
  const { db, now, requestJob } = event.locals;
  const wish = { person, email, password: formText(data, 'emailPassword'), origin: siteAddress(event), now };
  const asked = await askEmailChange(db, wish);
  if (!asked.ok) return explain(event, asked.problem, values);
  writeSessionCookie(event, asked.value);
  await requestJob('mail');
  redirect(303, '/me/settings/account?done=address');
}
