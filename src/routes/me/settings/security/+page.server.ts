import { fail, redirect } from '@sveltejs/kit';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { mustHaveFactor } from '#lib/domain/identity/second-factor.ts';
import { listPasskeys } from '#lib/server/identity/keep-passkeys.ts';
import { makeRecoveryCodes } from '#lib/server/identity/make-recovery-codes.ts';
import { readFactors } from '#lib/server/identity/read-factors.ts';
import { removeApp } from '#lib/server/identity/remove-app.ts';
import { requirePerson } from '../../../guard.ts';
import { requireFactorProof } from '../../../require-factor-proof.ts';
import { rename, remove } from './passkey-actions.ts';
import { LAST_FACTOR, SECURITY_PAGE } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, roles, lockedRoles } = requirePerson(event);
  const { searchParams } = event.url;
  const { appSince, ...factors } = await readFactors(event.locals.db, id);
  return {
    factors,
    passkeys: await listPasskeys(event.locals.db, id),
    site: event.url.host,
    appSince: appSince && calendarDayOf(appSince),
    isNeeded: mustHaveFactor([...roles, ...lockedRoles]),
    isRequired: searchParams.has('required'),
    added: searchParams.get('added'),
    returnTo: returnPath(searchParams.get('returnTo'), '/me/settings')
  };
};

const NO_FACTOR =
  'Set up an authenticator app or a passkey first: recovery codes stand in for one that is lost.';

export const actions: Actions = {
  removeApp: async (event) => {
    const { id: personId } = await requireFactorProof(event);
    const { db, now } = event.locals;
    const removed = await removeApp(db, { personId, origin: event.url.origin, now });
    if (removed.ok) redirect(303, SECURITY_PAGE);
    return fail(409, { codes: null, field: 'app', message: LAST_FACTOR });
  },
  renamePasskey: rename,
  removePasskey: remove,
  codes: async (event) => {
    const { id: personId } = await requireFactorProof(event);
    const { db, now } = event.locals;
    const made = await makeRecoveryCodes(db, { personId, origin: event.url.origin, now });
    if (made.ok) return { codes: made.value, field: null, message: null };
    return fail(409, { codes: null, field: 'codes', message: NO_FACTOR });
  }
};
