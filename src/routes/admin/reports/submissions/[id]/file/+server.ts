import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { downloadSubmission } from '#lib/server/report/accreditor/download-submission.ts';
import { requireRole } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

const ERASED =
  'Somebody in this file was erased since, so it cannot be made again. Its SHA-256 and its records stay on its page.';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id } = event.params;
  if (!isUuid(id)) error(404, 'We cannot find that page.');
  const file = await downloadSubmission(db, { id, actorId, now });
  if (!file.ok && file.problem === 'erased') error(410, ERASED);
  if (!file.ok) error(404, 'We cannot find that page.');
  const { chunks, fileName, mediaType } = file.value;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return(undefined);
    }
  });
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition(fileName),
      'cache-control': 'private, no-store'
    }
  });
};
