import { isRecentProof } from '#lib/domain/identity/recent-proof.ts';
import { readAccountState } from '#lib/server/identity/read-account-state.ts';
import { requirePerson } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';
import { postEmail } from './post-email.ts';
import { postPassword } from './post-password.ts';
import { postVerification } from './post-verification.ts';

const DONE = ['letter', 'address', 'password'] as const;

export const load: PageServerLoad = async (event) => {
  const { id, email, provenAt } = requirePerson(event);
  const state = await readAccountState(event.locals.db, id);
  return {
    email,
    ...state,
    lettersWait: event.locals.environment.smtpUrl === null,
    /** Who has no password proves in another way that it is them, before there are forms. */
    mustProve: !state.hasPassword && !isRecentProof(provenAt, event.locals.now),
    done: DONE.find((what) => event.url.searchParams.get('done') === what) ?? null
  };
};

export const actions: Actions = {
  verification: (event) => postVerification(event),
  email: (event) => postEmail(event),
  password: (event) => postPassword(event)
};
