import { error, fail } from '@sveltejs/kit';
import { moveOption } from '#lib/domain/attempt/move-option.ts';
import { problemWords, refusalWords } from '#lib/domain/attempt/problem-words.ts';
import { timeUpWords } from '#lib/domain/attempt/time-up-words.ts';
import type { Result } from '#lib/domain/result.ts';
import type { MarkProblem } from '#lib/server/attempt/lock-place.ts';
import type { SubmitProblem } from '#lib/server/attempt/submit-response.ts';
import type { QuestionPost } from './question-post.ts';
import { endTimed, sentForm, type Event } from './sent-form.ts';

/** The page again, filled in as it was sent, with the reason why the answer was not taken. */
export async function refuse(
  event: Event,
  { post, problem }: { post: QuestionPost; problem: SubmitProblem }
) {
  if (problem.kind === 'not-found') error(404);
  if (problem.kind === 'time-up') await endTimed(event, post);
  const { item, filledIn } = await sentForm(event, post);
  if (problem.kind === 'time-up')
    return fail(409, { filledIn, problems: [], conflict: timeUpWords(item, problem) });
  if ('stored' in problem) {
    const conflict = refusalWords(item, { why: problem.kind, stored: problem.stored });
    return fail(409, { filledIn, problems: [], conflict });
  }
  return fail(400, { filledIn, problems: [problemWords(item, problem)], conflict: '' });
}

const isTooLate = (problem: string) => problem === 'attempt-submitted' || problem === 'time-up';

/** The page again with what was chosen on it, after a flag or a ruled-out option was stored. */
export async function afterMark(
  event: Event,
  { post, marked }: { post: QuestionPost; marked: Result<unknown, MarkProblem | 'unknown-option'> }
) {
  if (!marked.ok && !isTooLate(marked.problem)) error(marked.problem === 'not-found' ? 404 : 400);
  if (!marked.ok && marked.problem === 'time-up') await endTimed(event, post);
  const { filledIn } = await sentForm(event, post);
  if (marked.ok) return { filledIn, problems: [], conflict: '' };
  return fail(409, {
    filledIn,
    problems: [],
    conflict: `${marked.problem === 'time-up' ? 'The time is up, and the attempt is finished' : 'You finished this attempt before'}. Nothing was changed.`
  });
}

/** The page again with one option of the list a place higher or lower; nothing is stored yet. */
export async function afterMove(event: Event, post: QuestionPost) {
  const { filledIn } = await sentForm(event, post);
  const up = post.fields.get('move-up');
  const option = up ?? post.fields.get('move-down') ?? '';
  return { filledIn: moveOption(filledIn, { option, by: up === null ? 1 : -1 }), problems: [], conflict: '' };
}
