import { error, redirect } from '@sveltejs/kit';
import { INSTITUTION_REFUSALS } from '#lib/domain/identity/institution-refusal.ts';
import { finishInstitutionSignIn, type Refused } from '#lib/server/identity/finish-institution-sign-in.ts';
import { log } from '#lib/server/log.ts';
import { sessionCookieName } from '../../../cookies.ts';
import { countSignIn } from '../../../count-sign-in.ts';
import { enter } from '../../../enter.ts';
import {
  clearInstitutionCookie,
  readInstitutionCookie,
  writeNewcomerCookie
} from '../../../institution-cookies.ts';
import { makeReference } from '../../../make-reference.ts';
import { visitOf } from '../../../visit.ts';
import type { PageServerLoad } from './$types';

function refuse({ kind, institutionId, reason }: Refused): never {
  const reference = makeReference();
  countSignIn('first', 'wrong');
  log.warn({ reference, institutionId, refusal: kind, reason }, 'sign-in at an institution refused');
  const { status, message } = INSTITUTION_REFUSALS[kind];
  error(status, { message, reference });
}

/** An institution sends browsers here. It writes on a GET, since the standard wants it: state and cookie guard it. */
export const load: PageServerLoad = async (event) => {
  const { locals, cookies, url } = event;
  const ended = await finishInstitutionSignIn(locals.db, {
    answer: url,
    rememberedState: readInstitutionCookie(event, 'state'),
    personId: locals.person?.id ?? null,
    previousSessionId: cookies.get(sessionCookieName(url)) ?? null,
    signingSecret: locals.environment.signingSecret,
    visit: visitOf(event),
    now: locals.now
  });
  if (!ended.ok) refuse(ended.problem);
  clearInstitutionCookie(event, 'state');
  const admission = ended.value;
  if (admission.kind === 'linked') redirect(303, '/me/settings/institutions?connected');
  if (admission.kind === 'newcomer') {
    writeNewcomerCookie(event, admission);
    redirect(303, '/sign-in/institution/first-visit');
  }
  enter(event, admission);
};
