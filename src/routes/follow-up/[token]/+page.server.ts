import { error, fail, redirect } from '@sveltejs/kit';
import { answerFollowUp } from '#lib/server/evaluation/answer-follow-up.ts';
import { readFollowUp } from '#lib/server/evaluation/read-follow-up.ts';
import { readPostedFields } from '../../posted-fields.ts';
import type { Actions, PageServerLoad } from './$types';

const UNKNOWN = 'This link leads to no question of ours. Compare it with the letter, character by character.';
const OVER =
  'This came to an end before your answers arrived. They were not kept, and nothing depends on them.';

/** The token in the letter is all that is needed: who has it may answer, once. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const followUp = await readFollowUp(locals.db, { token: params.token, now: locals.now });
  if (followUp === null) error(404, UNKNOWN);
  return { followUp };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const fields = await readPostedFields(request);
    const answered = await answerFollowUp(locals.db, { token: params.token, fields, now: locals.now });
    if (answered.ok) redirect(303, `/follow-up/${params.token}`);
    if (answered.problem.kind === 'not-found') error(404, UNKNOWN);
    if (answered.problem.kind === 'over') error(409, OVER);
    return fail(400, { fields, problems: answered.problem.problems });
  }
};
