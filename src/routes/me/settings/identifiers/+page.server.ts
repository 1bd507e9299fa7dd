import { fail, redirect } from '@sveltejs/kit';
import { identifierFields, parseIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import { readIdentifiers } from '#lib/server/credit/read-identifiers.ts';
import { updateIdentifiers } from '#lib/server/credit/update-identifiers.ts';
import { requirePerson, requireSender } from '../../../guard.ts';
import { readIdentifierFields } from '../../../identifier-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  return {
    fields: identifierFields(await readIdentifiers(event.locals.db, id)),
    isSaved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = await requireSender(event);
    const fields = readIdentifierFields(await event.request.formData());
    const read = parseIdentifiers(fields);
    if (!read.ok) return fail(400, { fields, problems: read.problem });
    const { db, now } = event.locals;
    await updateIdentifiers(db, { personId, identifiers: read.value, now });
    redirect(303, '/me/settings/identifiers?saved');
  }
};
