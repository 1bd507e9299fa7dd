import { error, fail, redirect } from '@sveltejs/kit';
import { parseSettings, settingsFieldsOf } from '#lib/domain/activity/activity-settings.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readAccreditation } from '#lib/server/activity/read-accreditation.ts';
import { readHonestMinutes } from '#lib/server/activity/read-honest-minutes.ts';
import { readSettings } from '#lib/server/activity/read-settings.ts';
import { saveSettings } from '#lib/server/activity/save-settings.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { formText } from '../../../form-text.ts';
import { requireAuthored, requireDraft, shownVersion } from './require-authored.ts';
import { readSettingsFields } from './settings-fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity, person } = await requireAuthored(event);
  const shown = shownVersion(activity);
  const view = await readSettings(event.locals.db, shown.versionId);
  const honestMinutes = await readHonestMinutes(event.locals.db, shown);
  const { state, designations } = await readAccreditation(event.locals.db, shown.versionId);
  const saved = event.url.searchParams.has('saved');
  const credit = { state, designations, isAdmin: person.roles.includes('admin') };
  return { activity, credit, ...view, honestMinutes, values: settingsFieldsOf(view.settings), saved };
};

export const actions: Actions = {
  start: async (event) => {
    const { person, activity } = await requireAuthored(event);
    const { activityId } = activity;
    const started = await startDraft(event.locals.db, {
      activityId,
      actorId: person.id,
      now: event.locals.now
    });
    if (!started.ok) error(404, 'We cannot find that page.');
    redirect(303, `/author/activities/${activityId}`);
  },
  save: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const data = await event.request.formData();
    const values = readSettingsFields(data);
    const base = formText(data, 'base');
    const parsed = parseSettings(values, calendarDayOf(event.locals.now));
    if (!parsed.ok) return fail(400, { values, base, problems: parsed.problem, theirs: null });
    const { db, now } = event.locals;
    const change = { activityVersionId: draft.versionId, settings: parsed.value, base };
    const saved = await saveSettings(db, { ...change, actorId: person.id, now });
    if (saved.ok) redirect(303, `/author/activities/${activity.activityId}?saved`);
    if (saved.problem.kind === 'no-draft') error(409, 'This working copy was published meanwhile.');
    const { theirs, base: newBase } = saved.problem;
    return fail(409, { values, base: newBase, problems: [], theirs: settingsFieldsOf(theirs) });
  }
};
