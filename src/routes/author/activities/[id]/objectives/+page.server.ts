import { error, fail, redirect } from '@sveltejs/kit';
import { moveObjective, parseWordings } from '#lib/domain/activity/objective-list.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { saveObjectives } from '#lib/server/evaluation/save-objectives.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import { atTheirFields, readObjectivesPost } from './objectives-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { entries, uses, base } = await readObjectives(event.locals.db, shownVersion(activity).versionId);
  return { activity, entries, uses, base, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const { db, now } = event.locals;
    const known = await readObjectives(db, draft.versionId);
    const { entries, added, all, move, base } = readObjectivesPost(await event.request.formData(), known);
    const parsed = parseWordings(moveObjective(all, move));
    if (!parsed.ok)
      return fail(400, {
        entries,
        added,
        base,
        problems: atTheirFields(parsed.problem, entries),
        theirs: null
      });
    const change = { activityVersionId: draft.versionId, entries: parsed.value, base };
    const saved = await saveObjectives(db, { ...change, actorId: person.id, now });
    if (saved.ok) redirect(303, `/author/activities/${activity.activityId}/objectives?saved`);
    const { problem } = saved;
    if (problem.kind === 'no-draft') error(409, 'This working copy was published meanwhile.');
    if (problem.kind === 'changed-meanwhile')
      return fail(409, { entries, added, base: problem.base, problems: [], theirs: problem.theirs });
    const message = `${problem.code} cannot be removed: it is used by ${problem.where}. Give these another objective first`;
    return fail(409, { entries, added, base, problems: [{ field: 'objectives', message }], theirs: null });
  }
};
