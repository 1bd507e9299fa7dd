import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { moveOption } from '#lib/domain/attempt/move-option.ts';
import { problemWords, refusalWords } from '#lib/domain/attempt/problem-words.ts';
import { draftOfFields } from '#lib/domain/attempt/response-draft.ts';
import type { Result } from '#lib/domain/result.ts';
import { loadQuestion } from '#lib/server/attempt/load-question.ts';
import type { MarkProblem } from '#lib/server/attempt/lock-place.ts';
import type { SubmitProblem } from '#lib/server/attempt/submit-response.ts';
import type { QuestionPost } from './question-post.ts';

type Event = Pick<RequestEvent, 'locals'>;

/** The question, and its form as it was sent. */
async function sentForm({ locals }: Event, post: QuestionPost) {
  const view = await loadQuestion(locals.db, post);
  if (!view) error(404);
  return { item: view.item, filledIn: draftOfFields(view.item, post.fields) };
}

/** The page again, filled in as it was sent, with the reason why the answer was not taken. */
export async function refuse(
  event: Event,
  { post, problem }: { post: QuestionPost; problem: SubmitProblem }
) {
  if (problem.kind === 'not-found') error(404);
  const { item, filledIn } = await sentForm(event, post);
  if ('stored' in problem) {
    const conflict = refusalWords(item, { why: problem.kind, stored: problem.stored });
    return fail(409, { filledIn, problems: [], conflict });
  }
  return fail(400, { filledIn, problems: [problemWords(item, problem)], conflict: '' });
}

/** The page again with what was chosen on it, after a flag or a ruled-out option was stored. */
export async function afterMark(
  event: Event,
  { post, marked }: { post: QuestionPost; marked: Result<unknown, MarkProblem | 'unknown-option'> }
) {
  if (!marked.ok && marked.problem !== 'attempt-submitted') error(marked.problem === 'not-found' ? 404 : 400);
  const { filledIn } = await sentForm(event, post);
  if (marked.ok) return { filledIn, problems: [], conflict: '' };
  return fail(409, {
    filledIn,
    problems: [],
    conflict: 'You finished this attempt before. Nothing was changed.'
  });
}

/** The page again with one option of the list a place higher or lower; nothing is stored yet. */
export async function afterMove(event: Event, post: QuestionPost) {
  const { filledIn } = await sentForm(event, post);
  const up = post.fields.get('move-up');
  const option = up ?? post.fields.get('move-down') ?? '';
  return { filledIn: moveOption(filledIn, { option, by: up === null ? 1 : -1 }), problems: [], conflict: '' };
}
