import { fail } from '@sveltejs/kit';
import { addSection } from '#lib/server/activity/add-section.ts';
import { changeSection } from '#lib/server/activity/change-section.ts';
import { moveSection } from '#lib/server/activity/move-section.ts';
import { readAuthoredLesson } from '#lib/server/activity/read-authored-lesson.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { readSettings } from '#lib/server/activity/read-settings.ts';
import { removeSection } from '#lib/server/activity/remove-section.ts';
import { formText } from '../../../../form-text.ts';
import { requireAuthored, shownVersion } from '../require-authored.ts';
import { answerEdit, readEdit } from './lesson-edit.ts';
import { readSectionPost } from './section-post.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { versionId, lessonId } = shownVersion(activity);
  const { db } = event.locals;
  const { entries } = await readObjectives(db, versionId);
  const { settings } = await readSettings(db, versionId);
  const sections = await readAuthoredLesson(db, lessonId);
  return {
    activity,
    sections,
    objectives: entries.map(({ id, code, wording }) => ({ id, code, wording })),
    statedMinutes: sections.reduce((sum, { minutes }) => sum + minutes, 0),
    estimatedMinutes: settings.estimatedMinutes,
    saved: event.url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  save: async (event) => {
    const { edit, back } = await readEdit(event);
    const post = readSectionPost(await event.request.formData());
    const { sectionId, facts, base, problems } = post;
    if (problems.length > 0) return fail(400, { ...post, isStale: false });
    const { db } = event.locals;
    const done =
      sectionId === null
        ? await addSection(db, { ...edit, facts })
        : await changeSection(db, { ...edit, sectionId, facts, base });
    if (!done.ok && done.problem === 'changed-meanwhile') return fail(409, { ...post, isStale: true });
    return answerEdit(done, back);
  },
  arrange: async (event) => {
    const { edit, back } = await readEdit(event);
    const [press, sectionId = ''] = formText(await event.request.formData(), 'press').split(':', 2);
    const { db } = event.locals;
    if (press === 'remove') return answerEdit(await removeSection(db, { ...edit, sectionId }), back);
    const by = press === 'up' ? -1 : 1;
    return answerEdit(await moveSection(db, { ...edit, sectionId, by }), back);
  }
};
