import { error, type RequestEvent } from '@sveltejs/kit';
import { draftOfFields } from '#lib/domain/attempt/response-draft.ts';
import { endOverdueAttempt } from '#lib/server/attempt/end-overdue.ts';
import { loadQuestion } from '#lib/server/attempt/load-question.ts';
import type { QuestionPost } from './question-post.ts';

export type Event = Pick<RequestEvent, 'locals'>;

/** The question, and its form as it was sent. */
export async function sentForm({ locals }: Event, post: QuestionPost) {
  const view = await loadQuestion(locals.db, post);
  if (!view) error(404);
  return { item: view.item, filledIn: draftOfFields(view.item, post.fields) };
}

/** Finishes an attempt whose time was up when the form came, so that the page shows it as it stands. */
export const endTimed = ({ locals }: Event, { attemptId, personId }: QuestionPost) =>
  endOverdueAttempt(locals.db, { attemptId, personId, now: locals.now });
