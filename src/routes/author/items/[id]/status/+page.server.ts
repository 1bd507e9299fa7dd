import { redirect } from '@sveltejs/kit';
import { failure } from '#lib/domain/result.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { retireItem } from '#lib/server/question-bank/retire-item.ts';
import { startNextVersion } from '#lib/server/question-bank/start-next-version.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { withdrawFromReview } from '#lib/server/question-bank/withdraw-from-review.ts';
import { requireItem } from '../../require-item.ts';
import { answerStep, readStepPost } from './step-post.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The page is seen only when a step was refused. */
export const load: PageServerLoad = async (event) => {
  const { itemId } = await requireItem(event);
  if (event.request.method === 'GET') redirect(303, `/author/items/${itemId}`);
  return { itemId };
};

const STEPS = { submit: submitForReview, withdraw: withdrawFromReview, publish: publishItem };

const stepOf = (change: keyof typeof STEPS) => async (event: RequestEvent) => {
  const { id: actorId } = (await requireItem(event)).person;
  const post = await readStepPost(event);
  const { db, now } = event.locals;
  const outcome = post.isNewest
    ? await STEPS[change](db, { versionId: post.versionId, actorId, now })
    : failure({ kind: 'changed-meanwhile' });
  return answerStep({ post, change, outcome });
};

export const actions: Actions = {
  submit: stepOf('submit'),
  withdraw: stepOf('withdraw'),
  publish: stepOf('publish'),
  retire: async (event) => {
    const { id: actorId } = (await requireItem(event)).person;
    const post = await readStepPost(event);
    const { db, now } = event.locals;
    const outcome = await retireItem(db, { itemId: post.itemId, actorId, now });
    return answerStep({ post, change: 'retire', outcome });
  },
  edit: async (event) => {
    const { id: actorId } = (await requireItem(event)).person;
    const post = await readStepPost(event);
    const { db, now } = event.locals;
    const started = await startNextVersion(db, { itemId: post.itemId, actorId, now });
    const outcome = started.ok ? started : failure({ kind: started.problem });
    return answerStep({ post, change: 'edit', outcome });
  }
};
