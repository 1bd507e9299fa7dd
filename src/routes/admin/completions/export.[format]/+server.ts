import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isExportFormat } from '#lib/domain/report/export-format.ts';
import { downloadExport } from '#lib/server/report/download-export.ts';
import { requireRole } from '../../../guard.ts';
import { viewOf } from '../completion-request.ts';
import { streamOf } from '../stream-of.ts';
import type { RequestHandler } from './$types';

const TOO_MANY_ROWS =
  'An Excel sheet holds 1,048,575 completions, and this view finds more. ' +
  'Download it as CSV, which has no limit, or filter it by days.';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { database, now } = event.locals;
  const { format } = event.params;
  if (!isExportFormat(format)) error(404, 'We cannot find that page.');
  const view = viewOf(event.url);
  if (!view.ok) error(400, view.problem.map(({ message }) => `${message}.`).join(' '));
  const download = await downloadExport(database, {
    view: view.value,
    format,
    now,
    way: 'download',
    actorId
  });
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
