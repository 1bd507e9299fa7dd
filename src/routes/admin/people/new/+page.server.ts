import { fail, redirect } from '@sveltejs/kit';
import { parseNewPerson } from '#lib/domain/identity/new-person.ts';
import { addPerson } from '#lib/server/identity/add-person.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import { siteAddress } from '../../../site-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireRole(event, 'admin');
};

const TAKEN = 'Somebody here has this e-mail address. Find them under People, and give them the role there.';

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const data = await event.request.formData();
    const values = {
      email: formText(data, 'email'),
      givenName: formText(data, 'givenName'),
      familyName: formText(data, 'familyName'),
      profession: formText(data, 'profession'),
      country: formText(data, 'country'),
      roles: data.getAll('roles').flatMap((role) => (typeof role === 'string' ? [role] : []))
    };
    const parsed = parseNewPerson(values);
    if (!parsed.ok) return fail(400, { values, problems: parsed.problem });
    const added = await addPerson(db, { ...parsed.value, origin: siteAddress(event), actorId, now });
    if (!added.ok) return fail(409, { values, problems: [{ field: 'email', message: TAKEN }] });
    redirect(303, `/admin/people/${added.value}?added`);
  }
};
