import { error, fail, redirect } from '@sveltejs/kit';
import { checkMessage } from '#lib/domain/reference/looked-up.ts';
import { readJudgementForm, readStatusForm } from '#lib/domain/reference/read-status-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import {
  changeCitedReference,
  checkCitedReference
} from '#lib/server/question-bank/change-cited-reference.ts';
import { judgeReference } from '#lib/server/reference/judge-reference.ts';
import { readReferencePage } from '#lib/server/reference/read-reference-page.ts';
import { readReferenceSettings } from '#lib/server/reference/read-reference-settings.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import { readChange } from '../reference-change.ts';
import type { Actions, PageServerLoad } from './$types';

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const [{ id: referenceId }, { db }] = [event.params, event.locals];
  const reference = isUuid(referenceId) ? await readReferencePage(db, { referenceId, personId }) : null;
  if (reference === null) error(404, NOT_FOUND);
  const { looksUp } = await readReferenceSettings(db);
  const said = event.url.searchParams;
  return { reference, looksUp, isSaved: said.has('saved'), isChecked: said.has('checked') };
};

export const actions: Actions = {
  status: async (event) => {
    const { data, db, who, page } = await readChange(event);
    const typed = { status: formText(data, 'status'), note: formText(data, 'note') };
    const read = readStatusForm(typed);
    if (!read.ok) return fail(400, { problems: read.problem, typed, judged: null });
    const changed = await changeCitedReference(db, { ...who, ...read.value });
    if (!changed.ok) error(404, NOT_FOUND);
    redirect(303, `${page}?saved`);
  },
  check: async (event) => {
    const { db, who, page } = await readChange(event);
    const checked = await checkCitedReference(db, who);
    if (checked.ok) redirect(303, `${page}?checked`);
    if (checked.problem.kind === 'no-such-reference') error(404, NOT_FOUND);
    const problems = [{ field: 'check', message: checkMessage(checked.problem) }];
    return fail(400, { problems, typed: null, judged: null });
  },
  judge: async (event) => {
    const { data, db, who, page } = await readChange(event);
    const judged = {
      evidenceLevel: formText(data, 'evidenceLevel'),
      reviewDueOn: formText(data, 'reviewDueOn')
    };
    const held = await readReferencePage(db, { referenceId: who.referenceId, personId: who.actorId });
    const read = readJudgementForm(judged, held?.evidenceLevel ?? '');
    if (!read.ok) return fail(400, { problems: read.problem, typed: null, judged });
    const done = await judgeReference(db, { ...who, ...read.value });
    if (!done.ok) error(404, NOT_FOUND);
    redirect(303, `${page}?saved`);
  }
};
