import { fail, redirect } from '@sveltejs/kit';
import { readProviderForm, type ProviderFields } from '#lib/domain/accreditation/provider-form.ts';
import { readProviderHistory } from '#lib/server/accreditation/read-provider.ts';
import { recordProvider } from '#lib/server/accreditation/record-provider.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: ProviderFields = {
  name: '',
  accreditor: '',
  accreditorId: '',
  mode: 'direct',
  jointProviders: '',
  address: '',
  contact: ''
};

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const history = await readProviderHistory(event.locals.db);
  const values: ProviderFields = history[0] ?? EMPTY;
  return { history, values, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const data = await event.request.formData();
    const values: ProviderFields = {
      name: formText(data, 'name'),
      accreditor: formText(data, 'accreditor'),
      accreditorId: formText(data, 'accreditorId'),
      mode: formText(data, 'mode'),
      jointProviders: formText(data, 'jointProviders'),
      address: formText(data, 'address'),
      contact: formText(data, 'contact')
    };
    const read = readProviderForm(values);
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const { db, now } = event.locals;
    await recordProvider(db, { provider: read.value, actorId, now });
    redirect(303, '/admin/accreditation/provider?saved');
  }
};
