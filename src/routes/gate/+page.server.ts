import { fail, redirect } from '@sveltejs/kit';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { returnPath } from '#lib/domain/identity/return-path.ts';
import { recordGateAnswer } from '#lib/server/identity/record-gate-answer.ts';
import { clearGateCookie, writeGateCookie } from '../cookies.ts';
import { formText } from '../form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ passed: locals.gateVersion === GATE_VERSION });

export const actions: Actions = {
  default: async (event) => {
    const { request, locals, url } = event;
    const answer = formText(await request.formData(), 'answer');
    if (answer !== 'yes' && answer !== 'no') return fail(400, { message: 'Choose one of the two answers' });
    const isProfessional = answer === 'yes';
    if (locals.person !== null) {
      const { id: personId } = locals.person;
      await recordGateAnswer(locals.db, { personId, isProfessional, version: GATE_VERSION, now: locals.now });
    }
    if (isProfessional) writeGateCookie(event);
    else clearGateCookie(event);
    redirect(303, isProfessional ? returnPath(url.searchParams.get('returnTo'), '/activities') : '/patients');
  }
};
