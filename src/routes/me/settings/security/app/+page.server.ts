import { fail, redirect } from '@sveltejs/kit';
import { isRecentProof } from '#lib/domain/identity/recent-proof.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { confirmApp } from '#lib/server/identity/confirm-app.ts';
import { offerApp, offerAppAgain } from '#lib/server/identity/offer-app.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { writeSessionCookie } from '../../../../cookies.ts';
import { formText } from '../../../../form-text.ts';
import { requirePerson, whereTo } from '../../../../guard.ts';
import { requireFactorProof } from '../../../../require-factor-proof.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const wayBack = (url: URL) => returnPath(url.searchParams.get('returnTo'), '/me');

const ownerOf = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, person: SignedInPerson) => ({
  personId: person.id,
  email: person.email,
  host: url.host,
  signingSecret: locals.environment.signingSecret
});

export const load: PageServerLoad = async (event) => {
  const person = requirePerson(event);
  // An old proof is told before the code is scanned, and not after: the offer would be another one then.
  if (!isRecentProof(person.provenAt, event.locals.now)) return { offer: null, query: whereTo(event) };
  await requireFactorProof(event);
  return { offer: offerApp(ownerOf(event, person)), query: whereTo(event) };
};

const MESSAGES = {
  offer: 'This page was too old. Scan the code again, and enter the six digits that your app then shows.',
  wrong: 'The code is not right. Enter the six digits that your app shows now for this site.'
};

export const actions: Actions = {
  default: async (event) => {
    const person = await requireFactorProof(event);
    const { locals, url } = event;
    const data = await event.request.formData();
    const token = formText(data, 'token').slice(0, 200);
    const confirmed = await confirmApp(locals.db, {
      person,
      token,
      code: formText(data, 'code'),
      signingSecret: locals.environment.signingSecret,
      origin: url.origin,
      now: locals.now
    });
    const query = `returnTo=${encodeURIComponent(wayBack(url))}`;
    if (confirmed.ok) {
      writeSessionCookie(event, confirmed.value);
      redirect(303, `/me/settings/security?added=app&${query}`);
    }
    if (confirmed.problem === 'ended') redirect(303, `/sign-in?${query}`);
    const offer = offerAppAgain(token, ownerOf(event, person));
    return fail(400, { offer, message: MESSAGES[confirmed.problem] });
  }
};
