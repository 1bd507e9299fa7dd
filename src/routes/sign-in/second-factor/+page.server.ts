import { redirect } from '@sveltejs/kit';
import { hasFactor } from '#lib/domain/identity/second-factor.ts';
import { readFactors } from '#lib/server/identity/read-factors.ts';
import { askedOf } from './asked.ts';
import { query, take, wayBack } from './take.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const asked = await askedOf(event);
  if (asked === null) redirect(303, `/sign-in?${query(url)}`);
  if (asked.kind === 'session' && locals.person?.hasSecondFactor) redirect(303, wayBack(url));
  const factors = await readFactors(locals.db, asked.personId);
  if (!hasFactor(factors)) redirect(303, `/me/settings/security?required&${query(url)}`);
  const ways = {
    hasApp: factors.hasApp,
    hasPasskey: factors.passkeys > 0,
    hasCodes: factors.recoveryCodes > 0
  };
  return { ...ways, isSignIn: asked.kind === 'sign-in', returnTo: wayBack(url) };
};

export const actions: Actions = {
  app: (event) => take(event, 'app'),
  recovery: (event) => take(event, 'recovery-code')
};
