import { error } from '@sveltejs/kit';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { exportCompletionsCsv } from '#lib/server/report/export-completions-csv.ts';
import { requireRole } from '../../../guard.ts';
import { viewOf } from '../completion-request.ts';
import { streamOf } from '../stream-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const view = viewOf(event.url);
  if (!view.ok) error(400, view.problem.map(({ message }) => `${message}.`).join(' '));
  const stream = await streamOf(exportCompletionsCsv(db, { filter: view.value.filter, now, actorId }));
  return new Response(stream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(`completions-${calendarDayOf(now)}.csv`),
      'cache-control': 'private, no-store'
    }
  });
};
