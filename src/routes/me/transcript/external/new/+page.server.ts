import { fail, redirect } from '@sveltejs/kit';
import { addExternalCredit } from '#lib/server/certificate/add-external-credit.ts';
import { requirePerson, requireSender } from '../../../../guard.ts';
import { readExternalForm } from '../external-request.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePerson(event);
  return { entryId: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = await requireSender(event);
    const { db, now } = event.locals;
    const { values, problems, credit, document, entryId } = await readExternalForm(event);
    if (credit === null) return fail(400, { values, problems });
    await addExternalCredit(db, { personId, externalCreditId: entryId, credit, document, now });
    redirect(303, '/me/transcript');
  }
};
