import { fail, redirect } from '@sveltejs/kit';
import type { RefusedItem } from '#lib/domain/question-bank/item-editor-view.ts';
import { draftOfForm, formOfDraft, readTags } from '#lib/domain/question-bank/item-form.ts';
import { compareDrafts } from '#lib/server/question-bank/compare-drafts.ts';
import { keepDraftAside } from '#lib/server/question-bank/keep-draft-aside.ts';
import { saveItemDraft, type SaveProblem } from '#lib/server/question-bank/save-item-draft.ts';
import { pageAfterSave } from './after-save.ts';
import { readItemPost } from './item-post.ts';
import type { RequestEvent } from './$types';

const CLOSED =
  'This version is under review or published meanwhile: it was not changed. What you wrote is still in the form. Copy what you need, then reload the page.';

/** The page again as it was typed, with the reason why it was not saved. */
async function refuse(
  { locals }: RequestEvent,
  { form, find }: Pick<RefusedItem, 'form' | 'find'>,
  problem: SaveProblem
) {
  if (problem.kind === 'invalid') {
    return fail(400, { form, find, problems: problem.problems, conflict: null } satisfies RefusedItem);
  }
  if (problem.kind === 'not-editable') {
    const problems = [{ field: 'leadIn', message: CLOSED }];
    return fail(409, { form, find, problems, conflict: null } satisfies RefusedItem);
  }
  const { theirs, byName } = problem;
  const differences = await compareDrafts(locals.db, { before: theirs.draft, after: draftOfForm(form) });
  const shown = { theirs: formOfDraft(theirs.draft, readTags(form.tags)), revision: theirs.revision, byName };
  const refused: RefusedItem = { form, find, problems: [], conflict: { ...shown, ...differences } };
  return fail(409, refused);
}

/** Saves the posted form. A script gets the new revision; a form that was sent by itself, the page again. */
export async function saveItem(event: RequestEvent, actorId: string) {
  const { locals, params, request } = event;
  const post = await readItemPost(event);
  const { versionId, form } = post;
  const find = post.find.wanted;
  if (post.problems.length > 0)
    return fail(400, { form, find, problems: post.problems, conflict: null } satisfies RefusedItem);
  const input = {
    versionId,
    baseRevision: post.baseRevision,
    draft: draftOfForm(form),
    actorId,
    now: locals.now
  };
  const { tags, overwrites } = post;
  if (post.takesTheirs) {
    await keepDraftAside(locals.db, { ...input, tags });
    redirect(303, `/author/items/${params.id}`);
  }
  const saved = await saveItemDraft(locals.db, { ...input, tags, overwrites });
  if (!saved.ok) return refuse(event, { form, find }, saved.problem);
  const { revision, savedAt } = saved.value;
  if (request.headers.get('x-sveltekit-action') === 'true')
    return { saved: { revision, savedAt: savedAt.toISOString() } };
  redirect(303, pageAfterSave(params.id, post));
}
