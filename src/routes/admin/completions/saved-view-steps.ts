import { error, fail, redirect } from '@sveltejs/kit';
import { pageHref, type CompletionsPage } from '#lib/domain/report/completions-page.ts';
import { readViewName } from '#lib/domain/report/saved-view.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { changeView, type ViewChange } from '#lib/server/report/change-view.ts';
import { deleteView } from '#lib/server/report/delete-view.ts';
import { saveView } from '#lib/server/report/save-view.ts';
import type { RequestEvent } from './$types';

const TAKEN = 'You have a view of that name already. Choose another one';

/** What a form about saved views sent, and who. */
export type Sent = { page: CompletionsPage; id: string; typed: string; isShared: boolean; actorId: string };

/** The form again, with what is wrong at its field. */
export const refuse = (field: 'save-name' | 'new-name', typed: string, message: string) =>
  fail(400, { list: null, problems: [{ field, message }], typed: { field, name: typed } });

/** Keeps the view of the page under a new name. */
export async function keep(event: RequestEvent, { page, typed, isShared, actorId }: Sent) {
  const name = readViewName(typed);
  if (!name.ok) return refuse('save-name', typed, name.problem);
  const { db, now } = event.locals;
  const saved = await saveView(db, { view: page.view, name: name.value, isShared, actorId, now });
  if (!saved.ok) return refuse('save-name', typed, TAKEN);
  redirect(303, pageHref(page, { savedViewId: saved.value }));
}

/** Changes a view of one's own. */
export async function change(event: RequestEvent, { page, id, typed, actorId }: Sent, made: ViewChange) {
  const { db, now } = event.locals;
  const changed = isUuid(id) ? await changeView(db, { id, change: made, actorId, now }) : null;
  if (changed?.ok) redirect(303, pageHref(page, { savedViewId: id }));
  if (changed?.problem === 'name-taken') return refuse('new-name', typed, TAKEN);
  error(404, 'This view is not there any more, or belongs to somebody else.');
}

/** Removes a view of one's own. */
export async function remove(event: RequestEvent, { page, id, actorId }: Sent) {
  const { db, now } = event.locals;
  if (!isUuid(id) || !(await deleteView(db, { id, actorId, now })))
    error(404, 'This view is not there any more, or belongs to somebody else.');
  redirect(303, pageHref(page, { savedViewId: null }));
}
