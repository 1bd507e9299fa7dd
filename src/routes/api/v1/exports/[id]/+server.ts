import { cancelExport } from '#lib/server/report/background/cancel-export.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { answerApi } from '../../../answer-api.ts';
import { jsonAnswer } from '../../../json-answer.ts';
import { problemAnswer } from '../../../problem-answer.ts';
import { exportAnswer } from '../export-answer.ts';
import type { RequestHandler } from './$types';

const NONE = 'There is no export of this id.';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'exports:make', async () => {
    const { db, now } = event.locals;
    const entry = await readExport(db, event.params.id);
    return entry === null ? problemAnswer(404, NONE) : jsonAnswer(exportAnswer(entry, now));
  });

export const DELETE: RequestHandler = (event) =>
  answerApi(event, 'exports:make', async ({ ownerId }) => {
    const { db, now } = event.locals;
    const entry = await readExport(db, event.params.id);
    if (entry === null) return problemAnswer(404, NONE);
    const isAsked = await cancelExport(db, { id: entry.id, actorId: ownerId, now });
    if (!isAsked) return problemAnswer(409, 'This export is over already.');
    return jsonAnswer(exportAnswer((await readExport(db, entry.id)) ?? entry, now), { status: 202 });
  });
