import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { readNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readActivityRecord } from '#lib/server/report/accreditor/read-activity-record.ts';
import { recordNumbers } from '#lib/server/report/accreditor/record-numbers.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

async function findRecord({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const id = params['id'] ?? '';
  const record = isUuid(id) ? await readActivityRecord(locals.db, id) : null;
  return record ?? error(404, 'We cannot find that page.');
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { activityId, title, version, numbers, rows, faults } = await findRecord(event);
  const values: Record<string, string> = numbers;
  const { source } = version.mapping;
  return { activityId, title, source, values, rows, faults, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { activityId } = await findRecord(event);
    const form = await event.request.formData();
    const read = readNumbers('activity', (id) => formText(form, id));
    if (!read.ok) {
      const values = Object.fromEntries([...form.keys()].map((name) => [name, formText(form, name)]));
      return fail(400, { values, problems: read.problem });
    }
    const { db, now } = event.locals;
    await recordNumbers(db, { activityId, numbers: read.value, actorId, now });
    redirect(303, `/admin/reports/activities/${activityId}?saved`);
  }
};
