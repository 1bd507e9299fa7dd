import { readFilterOptions } from '#lib/server/report/read-filter-options.ts';
import { answerApi } from '../../answer-api.ts';
import { jsonAnswer } from '../../json-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'completions:read', async () => {
    const { activities } = await readFilterOptions(event.locals.db);
    return jsonAnswer({ activities: activities.map(({ id, label }) => ({ slug: id, title: label })) });
  });
