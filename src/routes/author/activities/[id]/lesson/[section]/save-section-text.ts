import { error, fail, redirect } from '@sveltejs/kit';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { SectionConflict } from '#lib/domain/lesson/authored-section.ts';
import { failure, success } from '#lib/domain/result.ts';
import { saveSection } from '#lib/server/activity/save-section.ts';
import { readDrawing } from '#lib/server/lesson/read-drawing.ts';
import { requireDraft } from '../../require-authored.ts';
import { readSectionTextPost } from './section-text-post.ts';
import type { RequestEvent } from './$types';

type Post = Awaited<ReturnType<typeof readSectionTextPost>>;
/** The text with the figure of a drawing that came with it, or what is wrong with either. */
function withDrawing({ fields, problems, drawing }: Post) {
  if (problems.length > 0) return failure(problems);
  if (drawing === null) return success({ text: fields.text, drawing: null });
  return readDrawing(fields.text, drawing);
}

/** The form again as it was typed, and why. */
function refuse(
  status: 400 | 409,
  post: Post,
  why: { problems?: FieldProblem[]; conflict?: SectionConflict }
) {
  const { fields, drawing } = post;
  const { problems = [], conflict = null } = why;
  const baseRevision = conflict?.revision ?? post.baseRevision;
  return fail(status, { fields, baseRevision, drawing, problems, conflict, saved: null, reading: null });
}

/** Saves the posted text. A script gets the new revision, a form that was sent by itself the page again. */
export async function saveSectionText(event: RequestEvent) {
  const { person, activity, draft } = await requireDraft(event);
  const post = await readSectionTextPost(event);
  const read = withDrawing(post);
  if (!read.ok) return refuse(400, post, { problems: read.problem });
  const { text, drawing } = read.value;
  const slug = event.params.section;
  const saved = await saveSection(event.locals.db, {
    ...{ activityVersionId: draft.versionId, lessonId: draft.lessonId, slug, drawing },
    ...{ baseRevision: post.baseRevision, fields: { ...post.fields, text } },
    ...{ actorId: person.id, now: event.locals.now }
  });
  if (saved.ok) {
    const { revision, savedAt } = saved.value;
    if (event.request.headers.get('x-sveltekit-action') === 'true')
      return { ...post, conflict: null, reading: null, saved: { revision, savedAt: savedAt.toISOString() } };
    redirect(
      303,
      `/author/activities/${activity.activityId}/lesson/${slug}?saved${drawing ? '#figures' : ''}`
    );
  }
  const { problem } = saved;
  if (problem.kind === 'conflict') return refuse(409, post, problem);
  if (problem.kind === 'invalid') return refuse(400, post, problem);
  return error(
    409,
    'This section was removed or published meanwhile. What you wrote is kept on this device.'
  );
}
