import { error, redirect } from '@sveltejs/kit';
import { flagItem } from '#lib/server/attempt/flag-item.ts';
import { loadQuestion } from '#lib/server/attempt/load-question.ts';
import { ruleOutOption } from '#lib/server/attempt/rule-out-option.ts';
import { submitResponse } from '#lib/server/attempt/submit-response.ts';
import { meters } from '#lib/server/watch/meters.ts';
import { mayBeKept } from '../../../keep-on-device.ts';
import { readPlace } from '../../attempt-request.ts';
import { endIfOver } from '../../end-if-over.ts';
import { placeAfter } from './place-after.ts';
import { afterMark, afterMove, refuse } from './question-answer.ts';
import { mayKeepQuestion, questionData } from './question-data.ts';
import { readQuestionPost } from './question-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await loadQuestion(event.locals.db, readPlace(event));
  if (!view) error(404);
  await endIfOver(event, view.attempt);
  if (mayKeepQuestion(view)) mayBeKept(event);
  return questionData(view, { sent: event.url.searchParams, now: event.locals.now });
};

export const actions: Actions = {
  respond: async (event) => {
    const post = await readQuestionPost(event);
    const submitted = await submitResponse(event.locals.db, { ...post, now: event.locals.now });
    if (!submitted.ok) return refuse(event, { post, problem: submitted.problem });
    if (submitted.value.outcome === 'stored') meters().responses.inc();
    redirect(303, placeAfter(event.url.searchParams.get('from'), { ...post, ...submitted.value }));
  },
  flag: async (event) => {
    const post = await readQuestionPost(event);
    const flagged = post.fields.get('flagged') === 'yes';
    const marked = await flagItem(event.locals.db, { ...post, flagged, now: event.locals.now });
    return afterMark(event, { post, marked });
  },
  ruleOut: async (event) => {
    const post = await readQuestionPost(event);
    const ruledOut = post.fields.has('rule-out');
    const option = post.fields.get(ruledOut ? 'rule-out' : 'bring-back') ?? '';
    const marked = await ruleOutOption(event.locals.db, { ...post, option, ruledOut, now: event.locals.now });
    return afterMark(event, { post, marked });
  },
  move: async (event) => afterMove(event, await readQuestionPost(event))
};
