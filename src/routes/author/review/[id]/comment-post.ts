import { error } from '@sveltejs/kit';
import { readCommentText } from '#lib/domain/question-bank/comment-text.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../form-text.ts';
import { requireSender } from '../../../guard.ts';
import { requireStep } from './review-post.ts';
import type { RequestEvent } from './$types';

type FieldProblem = { field: string; message: string };

/** A comment as it was posted, with what is wrong with it, and the note of the decision that is written beside it. */
export async function readComment(event: RequestEvent) {
  await requireSender(event);
  const { step } = await requireStep(event);
  const data = await event.request.formData();
  const [place, typed] = [formText(data, 'place'), formText(data, 'body')];
  const body = readCommentText(typed);
  const problems: FieldProblem[] = [];
  if (place === '') problems.push({ field: 'place', message: 'Choose the place that you comment on' });
  if (!body.ok) problems.push({ field: 'body', message: body.problem });
  else if (body.value === '') problems.push({ field: 'body', message: 'Write a comment' });
  const values = { place, body: typed, note: formText(data, 'note') };
  return { step, place, values, body: body.ok ? body.value : '', problems };
}

export const COMMENT_MESSAGES = {
  'no-such-version': { field: 'body', message: 'This version no longer exists.' },
  'no-such-place': { field: 'place', message: 'The item no longer has this place. Choose another one.' },
  published: { field: 'body', message: 'This version is published: write your comment on the next one.' }
};

/** Which comment is dealt with, and the page to come back to. */
export async function readResolution(event: RequestEvent) {
  const { step } = await requireStep(event);
  const data = await event.request.formData();
  const commentId = formText(data, 'commentId');
  if (!isUuid(commentId)) error(404, 'We cannot find that comment.');
  const itemId = formText(data, 'itemId');
  const item = isUuid(itemId) ? `/author/items/${itemId}` : null;
  return { ...step, commentId, back: `${item ?? `/author/review/${step.versionId}`}#comments` };
}
