import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { exportEvidence } from '#lib/server/report/export-evidence.ts';
import { requireRole } from '../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: completionId } = event.params;
  const request = { completionId, actorId, now, origin: event.url.origin };
  const file = isUuid(completionId) ? await exportEvidence(db, request) : null;
  if (file === null) error(404, 'We cannot find that page.');
  return new Response(file.bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(file.bytes.byteLength),
      'content-disposition': contentDisposition(file.fileName),
      'cache-control': 'private, no-store'
    }
  });
};
