import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { requireDraft } from '../require-authored.ts';

/** The working copy that a form changes, and by whom. */
export async function readEdit(event: Pick<RequestEvent, 'locals' | 'url' | 'request' | 'params'>) {
  const { person, activity, draft } = await requireDraft(event);
  const edit = { activityVersionId: draft.versionId, lessonId: draft.lessonId, actorId: person.id };
  return {
    edit: { ...edit, now: event.locals.now },
    back: `/author/activities/${activity.activityId}/lesson`
  };
}

/** Back to the list; what somebody else removed or published meanwhile is said plainly. */
export function answerEdit(done: { ok: true } | { ok: false; problem: string }, back: string): never {
  if (done.ok) redirect(303, `${back}?saved`);
  error(
    409,
    done.problem === 'no-draft'
      ? 'This working copy was published meanwhile.'
      : 'This section was removed meanwhile.'
  );
}
