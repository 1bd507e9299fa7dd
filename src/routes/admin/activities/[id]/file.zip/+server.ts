import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { exportActivityFile } from '#lib/server/report/export-activity-file.ts';
import { requireRole } from '../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: activityId } = event.params;
  const file = isUuid(activityId) ? await exportActivityFile(db, { activityId, actorId, now }) : null;
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
