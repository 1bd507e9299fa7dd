import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { exportActivityRecord } from '#lib/server/report/accreditor/export-activity-record.ts';
import { requireRole } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id: activityId } = event.params;
  if (!isUuid(activityId)) error(404, 'We cannot find that page.');
  const made = await exportActivityRecord(db, { activityId, actorId, now });
  if (!made.ok && made.problem === 'unknown') error(404, 'We cannot find that page.');
  if (!made.ok) error(409, 'The record is not ready. The page of the activity says what is missing.');
  const { bytes, fileName, mediaType } = made.value;
  const headers = { 'content-type': mediaType, 'content-disposition': contentDisposition(fileName) };
  return new Response(bytes, { headers: { ...headers, 'cache-control': 'private, no-store' } });
};
