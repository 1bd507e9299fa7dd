import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { exportPackage } from '#lib/server/interchange/export-package.ts';
import { requireAuthored } from '../require-authored.ts';
import type { RequestHandler } from './$types';

/** The activity as a package: the working copy, if there is one; with `?version=live` what learners see. */
export const GET: RequestHandler = async (event) => {
  const { activity } = await requireAuthored(event);
  const which = event.url.searchParams.get('version') === 'live' ? 'live' : 'newest';
  const file = await exportPackage(event.locals.db, { activity, which });
  if (file === null) error(404, 'We cannot find that page.');
  return new Response(file.bytes, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': contentDisposition(file.fileName)
    }
  });
};
