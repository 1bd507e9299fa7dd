import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readSubmission } from '#lib/server/report/accreditor/read-submission.ts';
import { acceptAll, recordAnswers } from '#lib/server/report/accreditor/record-answers.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { answersIn } from './answers-in.ts';
import { deleteRows } from './delete-rows.ts';
import type { Actions, PageServerLoad } from './$types';

const notFound = () => error(404, 'We cannot find that page.');

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { db } = event.locals;
  const { searchParams } = event.url;
  const page = Math.min(100_000, Math.max(1, Number.parseInt(searchParams.get('page') ?? '', 10) || 1));
  const view = isUuid(event.params.id) ? await readSubmission(db, { id: event.params.id, page }) : null;
  return { view: view ?? notFound(), made: searchParams.has('made'), recorded: searchParams.get('recorded') };
};

/** Who acts on which file. */
async function askedOf(event: RequestEvent) {
  await requireSender(event);
  const { id: actorId } = requireRole(event, 'admin');
  const submissionId = event.params['id'] ?? '';
  if (!isUuid(submissionId)) notFound();
  return { submissionId, actorId, now: event.locals.now };
}

export const actions: Actions = {
  answers: async (event) => {
    const asked = await askedOf(event);
    const text = await answersIn(await event.request.formData());
    const recorded = await recordAnswers(event.locals.db, { ...asked, text });
    if (recorded === null) return notFound();
    if (recorded.ok) redirect(303, `${event.url.pathname}?recorded=${recorded.value}`);
    return fail(400, { form: 'answers' as const, text, reason: '', lines: recorded.problem, problems: [] });
  },
  accept: async (event) => {
    const accepted = await acceptAll(event.locals.db, await askedOf(event));
    redirect(303, `${event.url.pathname}?recorded=${accepted ?? notFound()}`);
  },
  delete: async (event) => deleteRows(event, await askedOf(event))
};
