import { fail, redirect } from '@sveltejs/kit';
import { ERASURE_WORD, isErasureWord } from '#lib/domain/privacy/erasure.ts';
import { readCreditRecordYears } from '#lib/server/privacy/change-retention.ts';
import { requestErasure } from '#lib/server/privacy/request-erasure.ts';
import { clearDevice } from '../../../../clear-device.ts';
import { clearGateCookie } from '../../../../cookies.ts';
import { formText } from '../../../../form-text.ts';
import { requireRecentProof } from '../../../../require-recent-proof.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { email } = requireRecentProof(event);
  return { email, years: await readCreditRecordYears(event.locals.db) };
};

const MESSAGES = {
  word: `Type ${ERASURE_WORD} to say that you mean it`,
  'last-admin': 'You are the only admin. Give the role to somebody else first, then erase your data.'
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = requireRecentProof(event);
    const { db, now, requestJob } = event.locals;
    const typed = formText(await event.request.formData(), 'word');
    if (!isErasureWord(typed)) return fail(400, { typed, message: MESSAGES.word });
    const asked = await requestErasure(db, { personId, actorId: personId, ground: null, now });
    if (!asked.ok) return fail(409, { typed, message: MESSAGES['last-admin'] });
    await requestJob('erasures');
    clearDevice(event);
    clearGateCookie(event);
    redirect(303, '/privacy?erased');
  }
};
