import { isUuid } from '#lib/domain/uuid.ts';
import { readOutcomes } from '#lib/server/report/read-outcomes.ts';
import { answerApi } from '../../../answer-api.ts';
import { jsonAnswer } from '../../../json-answer.ts';
import { problemAnswer } from '../../../problem-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answerApi(event, 'outcomes:read', async () => {
    const { id } = event.params;
    const found = isUuid(id) ? await readOutcomes(event.locals.db, id) : null;
    if (found === null) return problemAnswer(404, 'There is no activity version of this id.');
    const { slug, version, title, computed } = found;
    return jsonAnswer({
      id,
      activity: slug,
      version,
      title,
      computed_at: computed && computed.computedAt.toISOString(),
      headline: computed && computed.headline,
      methods: computed && computed.methods,
      figures: computed && computed.outcomes
    });
  });
