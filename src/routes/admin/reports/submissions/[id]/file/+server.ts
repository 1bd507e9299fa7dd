import { error } from '@sveltejs/kit';
import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { downloadSubmission } from '#lib/server/report/accreditor/download-submission.ts';
import { requireRole } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id: actorId } = requireRole(event, 'admin');
  const { db, now } = event.locals;
  const { id } = event.params;
  const file = isUuid(id) ? await downloadSubmission(db, { id, actorId, now }) : null;
  if (file === null) error(404, 'We cannot find that page.');
  const { chunks, fileName, mediaType } = file;
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
