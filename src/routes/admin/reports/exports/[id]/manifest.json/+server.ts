import { error, json } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readManifest } from '#lib/server/report/read-manifest.ts';
import { requireRole } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  requireRole(event, 'admin');
  const { id } = event.params;
  const manifest = isUuid(id) ? await readManifest(event.locals.db, id) : null;
  if (manifest === null) error(404, 'We cannot find that page.');
  return json(manifest, { headers: { 'cache-control': 'private, no-store' } });
};
