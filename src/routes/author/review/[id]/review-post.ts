import { error } from '@sveltejs/kit';
import { readCommentText } from '#lib/domain/question-bank/comment-text.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import type { RequestEvent } from './$types';

/** Who does something to which version, and when. */
export function requireStep(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'educator');
  const { id: versionId } = event.params;
  if (!isUuid(versionId)) error(404, 'We cannot find that page.');
  return { versionId, actorId, now: event.locals.now };
}

/** A reviewer's decision as it was posted: the revision that was read, and the note. */
export async function readDecision(event: RequestEvent) {
  await requireSender(event);
  const step = requireStep(event);
  const data = await event.request.formData();
  const [typed, revision] = [formText(data, 'note'), formText(data, 'revision')];
  const note = readCommentText(typed);
  return {
    step,
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    note: note.ok ? note.value : '',
    values: { place: '', body: '', note: typed },
    problems: note.ok ? [] : [{ field: 'note', message: note.problem }]
  };
}
