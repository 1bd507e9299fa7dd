import { error } from '@sveltejs/kit';
import { listCitableReferences } from '#lib/server/activity/list-citable-references.ts';
import { readSectionEditor } from '#lib/server/activity/read-section-editor.ts';
import { readTypedText } from '#lib/server/activity/read-typed-text.ts';
import { requireAuthored, requireDraft, shownVersion } from '../../require-authored.ts';
import { saveSectionText } from './save-section-text.ts';
import { readSectionTextPost } from './section-text-post.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = () => error(404, 'We cannot find that page.');

export const load: PageServerLoad = async (event) => {
  const { person, activity } = await requireAuthored(event);
  const { versionId: activityVersionId, lessonId } = shownVersion(activity);
  const { db } = event.locals;
  const slug = event.params.section;
  const section = (await readSectionEditor(db, { activityVersionId, lessonId, slug })) ?? missing();
  return {
    activity,
    section,
    personId: person.id,
    citable: await listCitableReferences(db, { activityVersionIds: [activityVersionId] }),
    saved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  save: saveSectionText,
  preview: async (event) => {
    const { draft } = await requireDraft(event);
    const { fields, baseRevision } = await readSectionTextPost(event);
    const { versionId: activityVersionId, lessonId } = draft;
    const typed = { activityVersionId, lessonId, slug: event.params.section, text: fields.text };
    const reading = (await readTypedText(event.locals.db, typed)) ?? missing();
    return { fields, baseRevision, problems: [], conflict: null, saved: null, reading };
  }
};
