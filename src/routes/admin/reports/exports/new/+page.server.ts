import { fail, redirect } from '@sveltejs/kit';
import { viewQuery } from '#lib/domain/report/completion-view.ts';
import { readExportForm } from '#lib/domain/report/background/read-export-form.ts';
import { describeView } from '#lib/server/report/describe-view.ts';
import { readSavedViews } from '#lib/server/report/read-saved-views.ts';
import { requestExport } from '#lib/server/report/background/request-export.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { formText } from '../../../../form-text.ts';
import { viewOf } from '../../../completions/completion-request.ts';
import type { Actions, PageServerLoad } from './$types';

const NO_VIEW = { field: 'view', message: 'Its filters cannot be read. Choose the completions again' };

export const load: PageServerLoad = async (event) => {
  const { id } = requireRole(event, 'admin');
  const { db } = event.locals;
  const view = viewOf(event.url);
  return {
    view: view.ok ? await describeView(db, viewQuery(view.value)) : null,
    savedViews: await readSavedViews(db, id)
  };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now, requestJob } = event.locals;
    const data = await event.request.formData();
    const values = { format: formText(data, 'format'), reason: formText(data, 'reason') };
    const [view, read] = [viewOf(event.url), readExportForm(values)];
    if (!read.ok) return fail(400, { values, problems: read.problem });
    if (!view.ok) return fail(400, { values, problems: [NO_VIEW] });
    const id = await requestExport(db, { view: view.value, ...read.value, actorId, now });
    await requestJob('exports');
    redirect(303, `/admin/reports/exports/${id}`);
  }
};
