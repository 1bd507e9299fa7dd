import { error, redirect } from '@sveltejs/kit';
import { confirmEmail, findEmailToConfirm } from '#lib/server/identity/confirm-email.ts';
import { siteAddress } from '../../site-address.ts';
import type { Actions, PageServerLoad } from './$types';

const REFUSALS = {
  link: {
    status: 404,
    message:
      'This link does not work any more. Each works once, for a while, and only the newest. You can have another one sent from your settings.'
  },
  taken: {
    status: 409,
    message: 'Another account has this e-mail address by now, so yours stays as it is.'
  }
};

/** Opening the page changes nothing: programs open links to look at them. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const link = await findEmailToConfirm(locals.db, { token: params.token, now: locals.now });
  if (link === null) error(404, REFUSALS.link.message);
  return { email: link.email, isChange: link.purpose === 'change-email' };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const confirmation = { token: params.token, origin: siteAddress(event), now: locals.now };
    const done = await confirmEmail(locals.db, confirmation);
    if (!done.ok) error(REFUSALS[done.problem].status, REFUSALS[done.problem].message);
    redirect(303, '/confirm-email');
  }
};
