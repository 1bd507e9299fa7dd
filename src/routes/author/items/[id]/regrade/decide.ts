import { fail, redirect } from '@sveltejs/kit';
import { applyRegrade, previewRegrade, type RegradeRefusal } from '#lib/server/attempt/apply-regrade.ts';
import { followMarks } from './follow-marks.ts';
import { answered, shownPreview } from './regrade-answer.ts';
import { readRegradePost } from './regrade-request.ts';
import type { RequestEvent } from './$types';

const IN_FORCE = {
  field: 'in-force',
  message: 'A regrade of this version is in force. Take it back before you decide anew'
};
const MOVED = {
  field: 'preview',
  message: 'Nothing was changed: the numbers moved while you read. Read what would happen now'
};

type Post = Awaited<ReturnType<typeof readRegradePost>>;

async function refused(event: RequestEvent, post: Post, problem: RegradeRefusal) {
  const { posted, itemVersionId } = post;
  if (problem.kind === 'in-force') return fail(409, answered(posted, { problems: [IN_FORCE] }));
  const preview = await shownPreview(event.locals.db, problem, itemVersionId);
  return fail(409, answered(posted, { problems: [MOVED], preview }));
}

/** Shows what a regrade would do. */
export async function preview(event: RequestEvent) {
  const post = await readRegradePost(event);
  const { posted, read, itemVersionId } = post;
  if (!read.ok) return fail(400, answered(posted, { problems: read.problem }));
  const { db } = event.locals;
  const found = await previewRegrade(db, { ...read.value, itemVersionId });
  if (!found.ok) return refused(event, post, found.problem);
  return answered(posted, { preview: await shownPreview(db, found.value, itemVersionId) });
}

/** Regrades as the preview said, or shows what would happen now. */
export async function apply(event: RequestEvent) {
  const post = await readRegradePost(event);
  const { posted, read, itemVersionId, act, back } = post;
  if (!read.ok) return fail(400, answered(posted, { problems: read.problem }));
  const done = await applyRegrade(event.locals.db, { ...read.value, itemVersionId, act });
  if (!done.ok) return refused(event, post, done.problem);
  await followMarks(event);
  redirect(303, `${back}&done=regraded`);
}
