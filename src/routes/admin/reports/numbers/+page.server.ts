import { fail, redirect } from '@sveltejs/kit';
import { readNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import { readRecordedNumbers, recordNumbers } from '#lib/server/report/accreditor/record-numbers.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const values: Record<string, string> = await readRecordedNumbers(event.locals.db, null);
  return { values, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const form = await event.request.formData();
    const read = readNumbers('provider', (id) => formText(form, id));
    if (!read.ok) return fail(400, { values: typed(form), problems: read.problem });
    const { db, now } = event.locals;
    await recordNumbers(db, { activityId: null, numbers: read.value, actorId, now });
    redirect(303, '/admin/reports/numbers?saved');
  }
};

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries([...form.keys()].map((name) => [name, formText(form, name)]));
}
