import { error, fail, redirect } from '@sveltejs/kit';
import { parseBlueprint } from '#lib/domain/activity/blueprint-form.ts';
import { readBlueprints } from '#lib/server/activity/read-blueprints.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { saveBlueprint } from '#lib/server/activity/save-blueprint.ts';
import { readPostedFields } from '../../../../posted-fields.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { versionId } = shownVersion(activity);
  const { entries: objectives } = await readObjectives(event.locals.db, versionId);
  const blueprints = await readBlueprints(event.locals.db, versionId);
  return { activity, objectives, blueprints, saved: event.url.searchParams.get('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const { db, now } = event.locals;
    const posted = await readPostedFields(event.request);
    const fields = new URLSearchParams(
      [...posted].flatMap(([name, values]) => values.map((value) => [name, value]))
    );
    const { entries } = await readObjectives(db, draft.versionId);
    const shown = (await readBlueprints(db, draft.versionId)).find(
      ({ id }) => id === fields.get('assessment')
    );
    if (!shown) error(404, 'We cannot find that assessment.');
    const objectiveIds = entries.map(({ id }) => id);
    const typed = { assessmentId: shown.id, fields: [...fields] };
    const parsed = parseBlueprint(fields, { ...shown, objectiveIds, prefix: `${shown.kind}-` });
    if (!parsed.ok) return fail(400, { ...typed, problems: parsed.problem, changed: false });
    const change = { activityVersionId: draft.versionId, assessmentId: shown.id, settings: parsed.value };
    const base = fields.get('base') ?? '';
    const saved = await saveBlueprint(db, { ...change, base, actorId: person.id, now });
    if (!saved.ok) return fail(409, { ...typed, problems: [], changed: true });
    redirect(303, `/author/activities/${activity.activityId}/blueprint?saved=${shown.kind}#${shown.kind}`);
  }
};
