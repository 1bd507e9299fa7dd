import { fail, redirect } from '@sveltejs/kit';
import { readReason } from '#lib/domain/attempt/read-regrade-form.ts';
import { previewUndo as lookAhead, undoRegrade } from '#lib/server/attempt/undo-regrade.ts';
import { followMarks } from './follow-marks.ts';
import { answered, shownPreview } from './regrade-answer.ts';
import { readRegradePost } from './regrade-request.ts';
import type { RequestEvent } from './$types';

const NOT_IN_FORCE = {
  field: 'history',
  message: 'This regrade is not in force any more. The list says what became of it'
};
const MOVED = {
  field: 'undo-preview',
  message: 'Nothing was changed: the numbers moved while you read. Read what would happen now'
};

async function readUndoPost(event: RequestEvent) {
  const post = await readRegradePost(event);
  const { inForce } = post.target;
  const isMeant = inForce !== null && inForce.id === post.fields.get('regradeId');
  const reason = readReason(post.fields.get('undoReason') ?? '', 'undoReason');
  return { ...post, regradeId: isMeant ? inForce.id : null, reason };
}

/** Shows what taking a regrade back would do. */
export async function previewUndo(event: RequestEvent) {
  const { posted, regradeId, reason, itemVersionId } = await readUndoPost(event);
  const { db } = event.locals;
  const found = regradeId === null ? null : await lookAhead(db, regradeId);
  if (found === null) return fail(409, answered(posted, { problems: [NOT_IN_FORCE] }));
  if (!reason.ok) return fail(400, answered(posted, { problems: [reason.problem] }));
  return answered(posted, { undo: await shownPreview(db, found, itemVersionId) });
}

/** Takes a regrade back as the preview said, or shows what would happen now. */
export async function undo(event: RequestEvent) {
  const { posted, regradeId, reason, itemVersionId, act, back } = await readUndoPost(event);
  if (regradeId === null) return fail(409, answered(posted, { problems: [NOT_IN_FORCE] }));
  if (!reason.ok) return fail(400, answered(posted, { problems: [reason.problem] }));
  const { db } = event.locals;
  const done = await undoRegrade(db, { regradeId, reason: reason.value, act });
  if (done.ok) {
    await followMarks(event);
    redirect(303, `${back}&done=undone`);
  }
  if (done.problem.kind === 'not-in-force') return fail(409, answered(posted, { problems: [NOT_IN_FORCE] }));
  const now = await shownPreview(db, done.problem, itemVersionId);
  return fail(409, answered(posted, { problems: [MOVED], undo: now }));
}
