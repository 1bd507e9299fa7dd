import { listOutcomes } from '#lib/server/report/list-outcomes.ts';
import { answerApi } from '../../answer-api.ts';
import { jsonAnswer } from '../../json-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'outcomes:read', async () => {
    const found = await listOutcomes(event.locals.db);
    const outcomes = found.map(({ id, slug, version, title, computedAt, headline }) => ({
      id,
      activity: slug,
      version,
      title,
      computed_at: computedAt && computedAt.toISOString(),
      headline
    }));
    return jsonAnswer({ outcomes });
  });
