import { fail, redirect } from '@sveltejs/kit';
import { readSearch } from '#lib/domain/reference/library-filter.ts';
import { changeReferenceList, type ListChange } from '#lib/server/activity/change-reference-list.ts';
import { readAuthoredReferences } from '#lib/server/activity/read-authored-references.ts';
import { formText } from '../../../../form-text.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

const PROBLEMS = {
  'no-draft': 'This working copy was published meanwhile. Nothing was changed',
  'not-in-library': 'Choose a reference from the library; add it there first if it is missing',
  'listed-already': 'This reference is on the list already',
  'is-cited': 'This reference is cited, so it stays on the list. Take it out of the sections and items first'
};

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { searchParams } = event.url;
  const { versionId: activityVersionId } = shownVersion(activity);
  const wanted = { activityVersionId, search: readSearch(searchParams.get('find')) };
  const found = await readAuthoredReferences(event.locals.db, wanted);
  return { activity, ...found, saved: searchParams.has('saved') };
};

/** What the pressed button does. */
function readChange(data: FormData): ListChange {
  const [kind, id = ''] = formText(data, 'press').split(':', 2);
  if (kind === 'up' || kind === 'down' || kind === 'remove') return { kind, id };
  if (kind === 'renumber') return { kind };
  return { kind: 'add', citationKey: formText(data, 'add') };
}

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const change = readChange(await event.request.formData());
    const { db, now } = event.locals;
    const input = { activityVersionId: draft.versionId, change, actorId: person.id, now };
    const changed = await changeReferenceList(db, input);
    if (!changed.ok) return fail(409, { problems: [{ field: 'add', message: PROBLEMS[changed.problem] }] });
    redirect(303, `/author/activities/${activity.activityId}/references?saved`);
  }
};
