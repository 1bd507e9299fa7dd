import { fail } from '@sveltejs/kit';
import { readPracticeSelection } from '#lib/domain/attempt/practice-selection.ts';
import { loadPracticeChoices } from '#lib/server/attempt/load-start.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson } from '../../../guard.ts';
import { requireActivity } from '../require-activity.ts';
import { loadStartPage, startFromPage } from '../start-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requirePerson(event);
  const view = await loadStartPage(event, 'practice');
  const { slug, activityVersionId } = await requireActivity(event);
  const choices = await loadPracticeChoices(event.locals.db, { slug, activityVersionId, personId });
  return { view, choices };
};

export const actions: Actions = {
  default: async (event) => {
    requirePerson(event);
    const choose = formText(await event.request.formData(), 'choose');
    const selection = readPracticeSelection(choose === '' ? null : choose);
    if (!selection.ok) return fail(400, { problem: selection.problem, choose });
    const refused = await startFromPage(event, { kind: 'practice', selection: selection.value });
    return fail(refused.status, { ...refused.data, choose });
  }
};
