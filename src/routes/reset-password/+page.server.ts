import { fail, redirect } from '@sveltejs/kit';
import { parseEmail } from '#lib/domain/identity/email.ts';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import { askPasswordReset } from '#lib/server/identity/ask-password-reset.ts';
import { clientNetwork } from '../client-network.ts';
import { formText } from '../form-text.ts';
import { siteAddress } from '../site-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => ({
  isSent: url.searchParams.has('sent'),
  isEnded: url.searchParams.has('ended'),
  lettersWait: locals.environment.smtpUrl === null
});

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const typed = formText(await request.formData(), 'email');
    const email = parseEmail(typed);
    if (email === null) {
      return fail(400, { email: typed, message: 'Enter an e-mail address, like name@example.org' });
    }
    const { now } = locals;
    const asked = { email, network: clientNetwork(event), origin: siteAddress(event), now };
    const answer = await askPasswordReset(locals.db, asked);
    if (!answer.ok) {
      const seconds = secondsToWait(answer.problem, now);
      event.setHeaders({ 'retry-after': String(seconds) });
      const message = `Too many asked from your network. Try again ${waitWords(seconds)}.`;
      return fail(429, { email: typed, message });
    }
    await locals.requestJob('mail');
    redirect(303, '/reset-password?sent');
  }
};
