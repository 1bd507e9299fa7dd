import { error } from '@sveltejs/kit';
import { readCommentText } from '#lib/domain/question-bank/comment-text.ts';
import { findReviewReach } from '#lib/server/activity/may-reach.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import type { RequestEvent } from './$types';

/**
 * Who does something to which version, when, and as what: 404 where there is none, or a team works on it that neither
 * holds this educator nor asked them to review it.
 */
export async function requireStep(event: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const { id: actorId } = requireRole(event, 'educator');
  const { id: versionId } = event.params;
  const reach = await findReviewReach(event.locals.db, { id: versionId, personId: actorId });
  if (reach === null) error(404, 'We cannot find that page.');
  return { step: { versionId, actorId, now: event.locals.now }, reach };
}

/** What a decision must not pass over: it would be gone with the page. */
const NOT_ADDED = {
  field: 'body',
  message: 'This comment is not added yet. Add it first, or empty the field'
};

/** A reviewer's decision as it was posted: the revision that was read, and the note; a comment that waits stops it. */
export async function readDecision(event: RequestEvent) {
  await requireSender(event);
  const { step } = await requireStep(event);
  const data = await event.request.formData();
  const [typed, revision] = [formText(data, 'note'), formText(data, 'revision')];
  const note = readCommentText(typed);
  const [place, body] = [formText(data, 'place'), formText(data, 'body')];
  return {
    step,
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    note: note.ok ? note.value : '',
    values: { place, body, note: typed },
    problems: [
      ...(body.trim() === '' ? [] : [NOT_ADDED]),
      ...(note.ok ? [] : [{ field: 'note', message: note.problem }])
    ]
  };
}
