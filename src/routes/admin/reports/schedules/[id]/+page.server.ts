import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { listExports } from '#lib/server/report/background/read-exports.ts';
import { describeView } from '#lib/server/report/describe-view.ts';
import {
  deleteSchedule,
  pauseSchedule,
  resumeSchedule
} from '#lib/server/report/schedule/change-schedule.ts';
import { readSchedule } from '#lib/server/report/schedule/read-schedules.ts';
import { runScheduleNow } from '#lib/server/report/schedule/run-schedules.ts';
import { requireRole } from '../../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>;

async function requireSchedule({ locals, params }: Event) {
  return (await readSchedule(locals.db, params.id)) ?? error(404, 'We cannot find that page.');
}

/** What a change needs: an admin, and a schedule that is there. */
async function changing(event: Event) {
  const { id: actorId } = requireRole(event, 'admin');
  const { schedule } = await requireSchedule(event);
  return { id: schedule.id, actorId, now: event.locals.now };
}

const here = ({ params }: Event) => `/admin/reports/schedules/${params.id}`;

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db, now } = event.locals;
  const found = await requireSchedule(event);
  const { exports } = await listExports(db, { beyond: null, scheduleId: found.schedule.id });
  return { ...found, view: await describeView(db, found.schedule.query), exports, now };
};

export const actions: Actions = {
  pause: async (event) => {
    await pauseSchedule(event.locals.db, await changing(event));
    redirect(303, here(event));
  },
  resume: async (event) => {
    await resumeSchedule(event.locals.db, await changing(event));
    redirect(303, here(event));
  },
  run: async (event) => {
    const id = await runScheduleNow(event.locals.db, await changing(event));
    await event.locals.requestJob('exports');
    redirect(303, id === null ? '/admin/reports/schedules' : `/admin/reports/exports/${id}`);
  },
  delete: async (event) => {
    await deleteSchedule(event.locals.db, await changing(event));
    redirect(303, '/admin/reports/schedules');
  }
};
