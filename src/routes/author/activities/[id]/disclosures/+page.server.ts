import { error, fail, redirect } from '@sveltejs/kit';
import { parseDisclosure } from '#lib/domain/activity/disclosure-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { readPostedFields } from '../../../../posted-fields.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { db, now } = event.locals;
  const which = { versionId: shownVersion(activity).versionId, today: calendarDayOf(now) };
  const chosen = event.url.searchParams.get('edit');
  const saved = event.url.searchParams.has('saved');
  return { activity, people: await readDisclosures(db, which), chosen, saved };
};

const CHANGED =
  'Somebody else changed this declaration while you were writing. What stands now is in the list above; what you wrote is still in the form. Saving it again replaces what stands now.';

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const posted = await readPostedFields(event.request);
    const fields = new URLSearchParams(
      [...posted].flatMap(([name, values]) => values.map((value) => [name, value]))
    );
    const isRemoval = fields.get('press') === 'remove';
    const parsed = parseDisclosure(fields);
    if (!parsed.ok && !isRemoval) {
      return fail(400, { fields: [...fields], problems: parsed.problem, isStale: false });
    }
    const saved = await saveDisclosure(event.locals.db, {
      activityVersionId: draft.versionId,
      base: fields.get('base') ?? '',
      disclosure: parsed.ok && !isRemoval ? parsed.value : null,
      actorId: person.id,
      now: event.locals.now
    });
    if (saved.ok) redirect(303, `/author/activities/${activity.activityId}/disclosures?saved`);
    if (saved.problem === 'no-draft') error(409, 'This working copy was published or discarded meanwhile.');
    const problems = [{ field: 'declaration', message: CHANGED }];
    return fail(409, { fields: [...fields], problems, isStale: true });
  }
};
