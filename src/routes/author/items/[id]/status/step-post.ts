import { fail, redirect } from '@sveltejs/kit';
import type { StatusChange } from '#lib/domain/question-bank/may-change-status.ts';
import { reviewProblemInWords, type ReviewProblem } from '#lib/domain/question-bank/review-problem.ts';
import type { Result } from '#lib/domain/result.ts';
import { formText } from '../../../../form-text.ts';
import { requireNewestVersion } from '../../require-item.ts';
import type { RequestEvent } from './$types';

/** Which version the page showed: a step is taken only while it is still the newest one of the item. */
export async function readStepPost(event: RequestEvent) {
  const newest = await requireNewestVersion(event);
  const data = await event.request.formData();
  return {
    itemId: event.params.id,
    versionId: newest,
    isNewest: formText(data, 'versionId') === newest,
    from: formText(data, 'from') === 'review' ? ('review' as const) : ('item' as const)
  };
}

type Answer = {
  post: Awaited<ReturnType<typeof readStepPost>>;
  change: StatusChange;
  outcome: Result<unknown, ReviewProblem>;
};

/** Back to where the button stood, or to the page that says why nothing was done. */
export function answerStep({ post: { itemId, from }, change, outcome }: Answer) {
  const back = from === 'review' ? '/author/review' : `/author/items/${itemId}`;
  if (outcome.ok) redirect(303, `${back}?done=${change}`);
  const { problem } = outcome;
  const { faults, findings } = problem.kind === 'not-whole' ? problem : { faults: [], findings: [] };
  return fail(409, { change, message: reviewProblemInWords(problem), faults, findings });
}
