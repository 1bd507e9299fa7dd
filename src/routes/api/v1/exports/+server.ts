import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { requestExport } from '#lib/server/report/background/request-export.ts';
import { parseNewExport } from '#lib/server/report/api/parse-new-export.ts';
import { answerApi } from '../../answer-api.ts';
import { jsonAnswer } from '../../json-answer.ts';
import { problemAnswer } from '../../problem-answer.ts';
import { exportAnswer } from './export-answer.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answerApi(event, 'exports:make', async ({ ownerId, tokenId }) => {
    const { db, now, requestJob } = event.locals;
    const asked = parseNewExport(await event.request.text());
    if (!asked.ok) return problemAnswer(400, 'The order cannot be read.', {}, asked.problem);
    const { format, reason, query } = asked.value;
    const view = readCompletionView(new URLSearchParams(query));
    if (!view.ok) return problemAnswer(400, 'The query is no view.', {}, view.problem);
    const order = { view: view.value, format, reason, actorId: ownerId, apiTokenId: tokenId, now };
    const id = await requestExport(db, order);
    await requestJob('exports');
    const entry = await readExport(db, id);
    if (entry === null) throw new Error(`Export ${id} was asked for and is not there`);
    return jsonAnswer(exportAnswer(entry, now), {
      status: 202,
      headers: { location: `/api/v1/exports/${id}` }
    });
  });
