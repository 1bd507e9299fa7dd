import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { exportOutcomes } from '#lib/server/report/export-outcomes.ts';
import { requireRole } from '../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: activityVersionId } = event.params;
  if (!isUuid(activityVersionId)) error(404, 'We cannot find that page.');
  const exported = await exportOutcomes(db, { activityVersionId, now, actorId });
  if (!exported.ok && exported.problem === 'not-found') error(404, 'We cannot find that page.');
  if (!exported.ok) error(409, 'Fewer than five learners took both tests: a file of them could name them.');
  const body = new TextEncoder().encode(exported.value.csv);
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(body.length),
      'content-disposition': contentDisposition(exported.value.fileName),
      'cache-control': 'private, no-store'
    }
  });
};
