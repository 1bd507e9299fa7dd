import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { downloadKeptExport } from '#lib/server/report/background/download-kept-export.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { requireRole } from '../../../../../guard.ts';
import { streamOf } from '../../../../../stream-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id } = (await readExport(db, event.params.id)) ?? error(404, 'We cannot find that page.');
  const file = await downloadKeptExport(db, { id, actorId, now });
  if (file === null) error(410, 'This file is not kept any more, or is not finished. Its page says which.');
  return new Response(await streamOf(file.chunks), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': contentDisposition(file.fileName),
      'cache-control': 'private, no-store'
    }
  });
};
