import { fail, type RequestEvent } from '@sveltejs/kit';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { SectionConflict } from '#lib/domain/lesson/authored-section.ts';
import { readTypedText } from '#lib/server/activity/read-typed-text.ts';
import type { readSectionTextPost } from './section-text-post.ts';

type Refused = {
  activityVersionId: string;
  lessonId: string;
  slug: string;
  post: Awaited<ReturnType<typeof readSectionTextPost>>;
  problems?: FieldProblem[];
  conflict?: SectionConflict;
};

/** The form again as it was typed, and why it was not saved. After a conflict it is based on what stands there now. */
export async function refuseText({ locals }: Pick<RequestEvent, 'locals'>, refused: Refused) {
  const { post, problems = [], conflict = null } = refused;
  const { fields, drawing } = post;
  const reading = await readTypedText(locals.db, { ...refused, text: fields.text });
  const baseRevision = conflict?.revision ?? post.baseRevision;
  const again = { fields, baseRevision, drawing, problems, conflict, saved: null, reading };
  return fail(conflict ? 409 : 400, again);
}
