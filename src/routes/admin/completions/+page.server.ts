import { error, fail } from '@sveltejs/kit';
import { pageQuery } from '#lib/domain/report/completions-page.ts';
import { filterSentence } from '#lib/domain/report/filter-sentence.ts';
import { listCompletions } from '#lib/server/report/list-completions.ts';
import { readFilterOptions } from '#lib/server/report/read-filter-options.ts';
import { readSavedViews } from '#lib/server/report/read-saved-views.ts';
import { showNames } from '#lib/server/report/show-names.ts';
import { requireRole, requireSender } from '../../guard.ts';
import { pageOf } from './completion-request.ts';
import { takeFilterForm } from './filter-form.ts';
import { changeSavedViews } from './saved-views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'admin');
  const { db } = event.locals;
  const asked = pageOf(event.url);
  const form = takeFilterForm(event.url, asked);
  const { page } = asked;
  if (asked.problems.length > 0) event.locals.statusInstead = 400;
  const options = await readFilterOptions(db);
  const list = asked.problems.length > 0 ? null : await listCompletions(db, { ...page, isShown: false });
  return {
    page,
    form,
    options,
    sentence: filterSentence(page.view.filter, options),
    views: await readSavedViews(db, personId),
    list: list?.ok ? list.value : null,
    isTooSlow: list?.ok === false,
    /** With which the forms of the page come back to it. */
    query: pageQuery(page)
  };
};

export const actions: Actions = {
  show: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { page, problems } = pageOf(event.url);
    if (problems.length > 0) error(400, 'Mend the filter before you show names.');
    const shown = await showNames(event.locals.db, { page, actorId, now: event.locals.now });
    if (!shown.ok) return fail(503, { list: null, problems: [], typed: null });
    return { list: shown.value, problems: [], typed: null };
  },
  views: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    return changeSavedViews(event, actorId);
  }
};
