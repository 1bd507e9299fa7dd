import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { EXPORT_MEDIA_TYPES, isExportFormat } from '#lib/domain/report/export-format.ts';
import { downloadExport } from '#lib/server/report/download-export.ts';
import { requireRole } from '../../../guard.ts';
import { viewOf } from '../completion-request.ts';
import { streamOf } from '../../../stream-of.ts';
import type { RequestEvent, RequestHandler } from './$types';

const TOO_MANY_ROWS =
  'An Excel sheet holds 1,048,575 completions, and this view finds more. ' +
  'Download it as CSV, which has no limit, or filter it by days.';

const TOO_MANY_AT_ONCE =
  'Several reports are being downloaded at this moment. Try again in a minute, or make the file in the background.';

/** What is asked for: a format and a view of the address. */
function orderOf(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const { format } = event.params;
  if (!isExportFormat(format)) error(404, 'We cannot find that page.');
  const view = viewOf(event.url);
  if (!view.ok) error(400, view.problem.map(({ message }) => `${message}.`).join(' '));
  return { view: view.value, format, now: event.locals.now, way: 'download', actorId } as const;
}

export const GET: RequestHandler = async (event) => {
  const download = await downloadExport(event.locals.database, orderOf(event));
  if (!download.ok && download.problem === 'too-many-at-once') {
    event.setHeaders({ 'retry-after': '60' });
    error(429, TOO_MANY_AT_ONCE);
  }
  if (!download.ok) error(422, TOO_MANY_ROWS);
  const { exportId, fileName, mediaType, chunks } = download.value;
  return new Response(await streamOf(chunks), {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition(fileName),
      link: `</admin/reports/exports/${exportId}/manifest.json>; rel="describedby"`,
      'cache-control': 'private, no-store'
    }
  });
};

/** Without this the framework would make the whole file to show its headers. */
export const HEAD: RequestHandler = (event) => {
  const { format } = orderOf(event);
  return new Response(null, { headers: { 'content-type': EXPORT_MEDIA_TYPES[format] } });
};
