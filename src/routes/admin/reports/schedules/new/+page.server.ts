import { fail, redirect } from '@sveltejs/kit';
import { viewQuery } from '#lib/domain/report/completion-view.ts';
import { EMPTY_SCHEDULE, readScheduleForm } from '#lib/domain/report/schedule/read-schedule-form.ts';
import { describeView } from '#lib/server/report/describe-view.ts';
import { readSavedViews } from '#lib/server/report/read-saved-views.ts';
import { createSchedule } from '#lib/server/report/schedule/create-schedule.ts';
import { readPossibleRecipients } from '#lib/server/report/schedule/read-schedules.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { viewOf } from '../../../completions/completion-request.ts';
import { readScheduleFields } from '../schedule-post.ts';
import type { Actions, PageServerLoad } from './$types';

const NO_VIEW = { field: 'view', message: 'Its filters cannot be read. Choose the completions again' };

const NOT_AN_ADMIN = { field: 'recipients', message: 'One of these is no longer an admin. Choose again' };

export const load: PageServerLoad = async (event) => {
  const { id } = requireRole(event, 'admin');
  const { db } = event.locals;
  const view = viewOf(event.url);
  return {
    view: view.ok ? await describeView(db, viewQuery(view.value)) : null,
    savedViews: await readSavedViews(db, id),
    values: { ...EMPTY_SCHEDULE, recipients: [id] },
    people: await readPossibleRecipients(db)
  };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const values = readScheduleFields(await event.request.formData());
    const [view, read] = [viewOf(event.url), readScheduleForm(values)];
    if (!read.ok) return fail(400, { values, problems: read.problem });
    if (!view.ok) return fail(400, { values, problems: [NO_VIEW] });
    const created = await createSchedule(db, { order: read.value, view: view.value, actorId, now });
    if (!created.ok) return fail(409, { values, problems: [NOT_AN_ADMIN] });
    redirect(303, `/admin/reports/schedules/${created.value}`);
  }
};
