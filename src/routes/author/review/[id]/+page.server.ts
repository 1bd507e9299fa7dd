import { error, fail, redirect } from '@sveltejs/kit';
import { standingFor } from '#lib/domain/question-bank/item-standing.ts';
import { reviewProblemInWords } from '#lib/domain/question-bank/review-problem.ts';
import { readEffect } from '#lib/server/attempt/read-effect.ts';
import { addComment } from '#lib/server/question-bank/add-comment.ts';
import { approveItem } from '#lib/server/question-bank/approve-item.ts';
import { askForChanges } from '#lib/server/question-bank/ask-for-changes.ts';
import { readReview } from '#lib/server/question-bank/read-review.ts';
import { resolveComment } from '#lib/server/question-bank/resolve-comment.ts';
import { COMMENT_MESSAGES, readComment, readResolution } from './comment-post.ts';
import { readDecision, requireStep } from './review-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { step, reach } = await requireStep(event);
  const { versionId, actorId: personId, now } = step;
  const { db } = event.locals;
  const review = await readReview(db, { versionId, personId, now });
  if (review === null) error(404, 'We cannot find that page.');
  return {
    ...review,
    standing: standingFor(review.standing, reach),
    effect: await readEffect(db, review.comparison?.before ?? null),
    place: event.url.searchParams.get('place') ?? '',
    done: event.url.searchParams.get('done')
  };
};

export const actions: Actions = {
  comment: async (event) => {
    const { step, place, values, body, problems } = await readComment(event);
    if (problems.length > 0) return fail(400, { values, problems });
    const added = await addComment(event.locals.db, { ...step, place, body });
    if (!added.ok) return fail(409, { values, problems: [COMMENT_MESSAGES[added.problem]] });
    // A note that is begun stays on the page.
    if (values.note.trim() !== '') return { values: { ...values, place: '', body: '' }, problems: [] };
    redirect(303, `/author/review/${step.versionId}?done=comment#comments`);
  },
  resolve: async (event) => {
    const { back, ...which } = await readResolution(event);
    const resolved = await resolveComment(event.locals.db, which);
    if (!resolved.ok) error(404, 'We cannot find that comment.');
    redirect(303, back);
  },
  approve: async (event) => {
    const { step, revision, note, values, problems } = await readDecision(event);
    if (problems.length > 0) return fail(400, { values, problems });
    const approved = await approveItem(event.locals.db, { ...step, revision, note });
    if (approved.ok) redirect(303, '/author/review?done=approve');
    const message = reviewProblemInWords(approved.problem);
    return fail(409, { values, problems: [{ field: 'decision', message }] });
  },
  askForChanges: async (event) => {
    const { step, note, values, problems } = await readDecision(event);
    if (problems.length > 0) return fail(400, { values, problems });
    const asked = await askForChanges(event.locals.db, { ...step, note });
    if (asked.ok) redirect(303, '/author/review?done=ask-for-changes');
    return fail(409, { values, problems: [{ field: 'note', message: reviewProblemInWords(asked.problem) }] });
  }
};
