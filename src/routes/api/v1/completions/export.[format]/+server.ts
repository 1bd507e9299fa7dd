import { contentDisposition } from '#lib/domain/content-disposition.ts';
import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { isExportFormat } from '#lib/domain/report/export-format.ts';
import { downloadExport } from '#lib/server/report/download-export.ts';
import { streamOf } from '../../../../stream-of.ts';
import { answerApi } from '../../../answer-api.ts';
import { problemAnswer } from '../../../problem-answer.ts';
import type { RequestHandler } from './$types';

const TOO_MANY_ROWS =
  'A sheet holds 1,048,575 completions, and this view finds more. Take csv or ndjson, or filter it.';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'exports:make', async ({ ownerId, tokenId }) => {
    const { database, now } = event.locals;
    const { format } = event.params;
    if (!isExportFormat(format)) return problemAnswer(404, 'The format is csv, xlsx or ndjson.');
    const view = readCompletionView(event.url.searchParams);
    if (!view.ok) return problemAnswer(400, 'Some parameters cannot be read.', {}, view.problem);
    const order = {
      view: view.value,
      format,
      now,
      way: 'api',
      actorId: ownerId,
      apiTokenId: tokenId
    } as const;
    const download = await downloadExport(database, order);
    if (!download.ok) return problemAnswer(422, TOO_MANY_ROWS);
    const { exportId, fileName, mediaType, chunks } = download.value;
    return new Response(await streamOf(chunks), {
      headers: {
        'content-type': mediaType,
        'content-disposition': contentDisposition(fileName),
        link: `</api/v1/exports/${exportId}>; rel="describedby"`
      }
    });
  });
