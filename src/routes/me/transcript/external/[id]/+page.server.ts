import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { fieldsOfExternalCredit } from '#lib/domain/certificate/external-credit.ts';
import { readExternalCredit } from '#lib/server/certificate/read-external-credit.ts';
import { removeExternalCredit } from '#lib/server/certificate/remove-external-credit.ts';
import { saveExternalCredit } from '#lib/server/certificate/save-external-credit.ts';
import { requirePerson, requireSender } from '../../../../guard.ts';
import { readExternalForm } from '../external-request.ts';
import type { Actions, PageServerLoad } from './$types';

async function requireEntry(event: Pick<RequestEvent<{ id: string }>, 'locals' | 'url' | 'params'>) {
  const { id: personId } = requirePerson(event);
  const which = { externalCreditId: event.params.id, personId };
  const entry = await readExternalCredit(event.locals.db, which);
  if (entry === null) error(404);
  return { which, entry };
}

export const load: PageServerLoad = async (event) => {
  const { entry } = await requireEntry(event);
  return { values: fieldsOfExternalCredit(entry), title: entry.title, documentName: entry.documentName };
};

export const actions: Actions = {
  save: async (event) => {
    await requireSender(event);
    const { which } = await requireEntry(event);
    const { db, now } = event.locals;
    const { values, problems, credit, document } = await readExternalForm(event);
    if (credit === null) return fail(400, { values, problems });
    if ((await saveExternalCredit(db, { ...which, credit, document, now })) === null) error(404);
    redirect(303, '/me/transcript');
  },
  remove: async (event) => {
    const { which } = await requireEntry(event);
    await removeExternalCredit(event.locals.db, { ...which, now: event.locals.now });
    redirect(303, '/me/transcript');
  }
};
