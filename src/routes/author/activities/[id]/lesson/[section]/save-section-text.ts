import { error, redirect } from '@sveltejs/kit';
import { failure, success } from '#lib/domain/result.ts';
import { saveSection } from '#lib/server/activity/save-section.ts';
import { readDrawing } from '#lib/server/lesson/read-drawing.ts';
import { requireDraft } from '../../require-authored.ts';
import { refuseText } from './refuse-text.ts';
import { readSectionTextPost } from './section-text-post.ts';
import type { RequestEvent } from './$types';

const GONE = 'This section was removed or published meanwhile. What you wrote is kept on this device.';

type Post = Awaited<ReturnType<typeof readSectionTextPost>>;

/** The text with the figure of a drawing that came with it, or what is wrong with either. */
function withDrawing({ fields, problems, drawing }: Post) {
  if (problems.length > 0) return failure(problems);
  if (drawing === null) return success({ text: fields.text, drawing: null });
  return readDrawing(fields.text, drawing);
}

/** Saves the posted text. A script gets the new revision, a form that was sent by itself the page again. */
export async function saveSectionText(event: RequestEvent) {
  const { person, activity, draft } = await requireDraft(event);
  const post = await readSectionTextPost(event);
  const slug = event.params.section;
  const at = { activityVersionId: draft.versionId, lessonId: draft.lessonId, slug };
  const read = withDrawing(post);
  if (!read.ok) return refuseText(event, { ...at, post, problems: read.problem });
  const { text, drawing } = read.value;
  const saved = await saveSection(event.locals.db, {
    ...{ ...at, drawing, baseRevision: post.baseRevision },
    fields: { ...post.fields, text },
    ...{ actorId: person.id, now: event.locals.now }
  });
  if (saved.ok) {
    const { revision, savedAt } = saved.value;
    if (event.request.headers.get('x-sveltekit-action') === 'true')
      return { ...post, conflict: null, reading: null, saved: { revision, savedAt: savedAt.toISOString() } };
    const anchor = drawing ? '#figures' : '';
    redirect(303, `/author/activities/${activity.activityId}/lesson/${slug}?saved${anchor}`);
  }
  const { problem } = saved;
  if (problem.kind === 'conflict' || problem.kind === 'invalid')
    return refuseText(event, { ...at, post, ...problem });
  return error(409, GONE);
}
