import { error, fail, redirect } from '@sveltejs/kit';
import { readJudgementForm, readStatusForm } from '#lib/domain/reference/read-status-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { judgeReference } from '#lib/server/reference/judge-reference.ts';
import { readReferencePage } from '#lib/server/reference/read-reference-page.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { id } = event.params;
  const reference = isUuid(id) ? await readReferencePage(event.locals.db, id) : null;
  if (reference === null) error(404, NOT_FOUND);
  return { reference, saved: event.url.searchParams.has('saved') };
};

/** Who changes which reference, and the form. */
async function readPost(event: RequestEvent) {
  await requireSender(event);
  const { id: actorId } = requireRole(event, 'educator');
  const { id } = event.params;
  if (!isUuid(id)) error(404, NOT_FOUND);
  const data = await event.request.formData();
  return { referenceId: id, actorId, data, db: event.locals.db, now: event.locals.now };
}

export const actions: Actions = {
  status: async (event) => {
    const { data, db, ...who } = await readPost(event);
    const typed = { status: formText(data, 'status'), note: formText(data, 'note') };
    const read = readStatusForm(typed);
    if (!read.ok) return fail(400, { problems: read.problem, typed });
    const changed = await changeReferenceStatus(db, { ...who, ...read.value });
    if (!changed.ok) error(404, NOT_FOUND);
    redirect(303, `/author/references/${who.referenceId}?saved`);
  },
  judge: async (event) => {
    const { data, db, ...who } = await readPost(event);
    const fields = {
      evidenceLevel: formText(data, 'evidenceLevel'),
      reviewDueOn: formText(data, 'reviewDueOn')
    };
    const read = readJudgementForm(fields);
    if (!read.ok) return fail(400, { problems: read.problem, typed: null });
    const judged = await judgeReference(db, { ...who, ...read.value });
    if (!judged.ok) error(404, NOT_FOUND);
    redirect(303, `/author/references/${who.referenceId}?saved`);
  }
};
