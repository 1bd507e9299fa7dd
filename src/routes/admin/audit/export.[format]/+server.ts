import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { readAuditFilter } from '#lib/domain/report/audit/audit-filter.ts';
import { EXPORT_MEDIA_TYPES } from '#lib/domain/report/export-format.ts';
import { exportAudit } from '#lib/server/report/audit/export-audit.ts';
import { requireRole } from '../../../guard.ts';
import { streamOf } from '../../../stream-of.ts';
import type { RequestEvent, RequestHandler } from './$types';

const TOO_MANY_AT_ONCE = 'Several files are being downloaded at this moment. Try again in a minute.';

/** What is asked for: a format and a filter of the address. */
function orderOf(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const { format } = event.params;
  if (format !== 'csv' && format !== 'ndjson') error(404, 'We cannot find that page.');
  const filter = readAuditFilter(event.url.searchParams);
  if (!filter.ok) error(400, filter.problem.map(({ message }) => `${message}.`).join(' '));
  return { filter: filter.value, format, actorId, now: event.locals.now } as const;
}

export const GET: RequestHandler = async (event) => {
  const file = exportAudit(event.locals.database, orderOf(event));
  if (!file.ok) {
    event.setHeaders({ 'retry-after': '60' });
    error(429, TOO_MANY_AT_ONCE);
  }
  const { fileName, mediaType, chunks } = file.value;
  return new Response(await streamOf(chunks), {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition(fileName),
      'cache-control': 'private, no-store'
    }
  });
};

/** Without this the framework would make the whole file to show its headers. */
export const HEAD: RequestHandler = (event) => {
  const { format } = orderOf(event);
  return new Response(null, { headers: { 'content-type': EXPORT_MEDIA_TYPES[format] } });
};
