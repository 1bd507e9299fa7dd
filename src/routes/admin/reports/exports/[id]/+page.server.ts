import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { cancelExport } from '#lib/server/report/background/cancel-export.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { repeatExport } from '#lib/server/report/background/repeat-export.ts';
import { describeView } from '#lib/server/report/describe-view.ts';
import { requireRole } from '../../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

async function requireExport({ locals, params }: Pick<RequestEvent<{ id: string }>, 'locals' | 'params'>) {
  return (await readExport(locals.db, params.id)) ?? error(404, 'We cannot find that page.');
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db, now } = event.locals;
  const entry = await requireExport(event);
  return { entry, view: await describeView(db, entry.query), now };
};

export const actions: Actions = {
  cancel: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { id } = await requireExport(event);
    const { db, now } = event.locals;
    if (!(await cancelExport(db, { id, actorId, now })))
      error(409, 'This file is over already. Open its page again to see how it ended.');
    redirect(303, `/admin/reports/exports/${id}`);
  },
  again: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const entry = await requireExport(event);
    const { db, now, requestJob } = event.locals;
    const id = await repeatExport(db, { entry, actorId, now });
    if (id === null) error(409, 'Its filters cannot be read any more. Choose the completions again.');
    await requestJob('exports');
    redirect(303, `/admin/reports/exports/${id}`);
  }
};
