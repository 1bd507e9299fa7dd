import { error, fail, redirect } from '@sveltejs/kit';
import { parseDisclosure } from '#lib/domain/activity/disclosure-form.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { readPostedFields } from '../../../../posted-fields.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const people = await readDisclosures(event.locals.db, shownVersion(activity).versionId);
  const chosen = event.url.searchParams.get('edit');
  return { activity, people, chosen, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const posted = await readPostedFields(event.request);
    const fields = new URLSearchParams(
      [...posted].flatMap(([name, values]) => values.map((value) => [name, value]))
    );
    const people = await readDisclosures(event.locals.db, draft.versionId);
    const shown = people[Number(fields.get('row') ?? 'NaN')];
    const isRemoval = fields.get('press') === 'remove';
    const parsed = parseDisclosure(fields);
    if (!parsed.ok && !isRemoval) return fail(400, { fields: [...fields], problems: parsed.problem });
    const saved = await saveDisclosure(event.locals.db, {
      activityVersionId: draft.versionId,
      position: shown?.position ?? null,
      personId: shown?.personId ?? null,
      disclosure: parsed.ok && !isRemoval ? parsed.value : null,
      actorId: person.id,
      now: event.locals.now
    });
    if (!saved.ok)
      error(409, 'Somebody else changed these disclosures meanwhile. Go back, reload and try again.');
    redirect(303, `/author/activities/${activity.activityId}/disclosures?saved`);
  }
};
