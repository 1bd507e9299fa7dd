import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { downloadKeptExport } from '#lib/server/report/background/download-kept-export.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { streamOf } from '../../../../../stream-of.ts';
import { answerApi } from '../../../../answer-api.ts';
import { problemAnswer } from '../../../../problem-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'exports:make', async ({ ownerId }) => {
    const { db, now } = event.locals;
    const entry = await readExport(db, event.params.id);
    const file = entry && (await downloadKeptExport(db, { id: entry.id, actorId: ownerId, now }));
    if (file === null) return problemAnswer(404, 'There is no file of this id, or it is not kept any more.');
    return new Response(await streamOf(file.chunks), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes),
        'content-disposition': contentDisposition(file.fileName)
      }
    });
  });
