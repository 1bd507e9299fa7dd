import { fail, redirect } from '@sveltejs/kit';
import { offersTypedOf, readOffersForm } from '#lib/domain/accreditation/offers-form.ts';
import { attestAccreditation } from '#lib/server/activity/attest-accreditation.ts';
import { readAttestationState } from '#lib/server/activity/read-accreditation.ts';
import { saveOffers } from '#lib/server/activity/save-offers.ts';
import { withdrawAccreditation } from '#lib/server/activity/withdraw-accreditation.ts';
import { formText } from '../../../../form-text.ts';
import {
  gone,
  offersTyped,
  readDraftView,
  requireAccredited,
  requireAccreditedDraft
} from './accreditation-post.ts';
import { refusedAttest } from './refused-attest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAccredited(event);
  const { draft, live, activityId } = activity;
  const view = draft && (await readDraftView(event.locals, draft.versionId));
  return {
    activityId,
    title: (draft ?? live)?.title ?? '',
    versions: { draft: draft?.version ?? null, live: live?.version ?? null },
    liveState: live && (await readAttestationState(event.locals.db, live.versionId)),
    draft: view && { ...view, typed: offersTypedOf(view.choices) },
    saved: event.url.searchParams.get('saved')
  };
};

export const actions: Actions = {
  offers: async (event) => {
    const { actorId, draft, path } = await requireAccreditedDraft(event);
    const { choices } = await readDraftView(event.locals, draft.versionId);
    const typed = offersTyped(await event.request.formData(), choices);
    const read = readOffersForm(typed, choices);
    if (!read.ok) return fail(400, { typed, problems: read.problem });
    const { db, now } = event.locals;
    const saved = await saveOffers(db, { versionId: draft.versionId, offers: read.value, actorId, now });
    return saved.ok ? redirect(303, `${path}?saved=offers`) : gone();
  },
  attest: async (event) => {
    const { actorId, draft, path } = await requireAccreditedDraft(event);
    const data = await event.request.formData();
    if (formText(data, 'attested') !== 'yes') return fail(400, refusedAttest({ kind: 'unticked' }));
    const { db, now } = event.locals;
    const wording = formText(data, 'wording');
    const attested = await attestAccreditation(db, { versionId: draft.versionId, wording, actorId, now });
    if (attested.ok) redirect(303, `${path}?saved=attested`);
    if (attested.problem.kind === 'no-draft') return gone();
    return fail(409, refusedAttest(attested.problem));
  },
  withdraw: async (event) => {
    const { actorId, draft, path } = await requireAccreditedDraft(event);
    const change = { versionId: draft.versionId, actorId, now: event.locals.now };
    const done = await withdrawAccreditation(event.locals.db, change);
    return done.ok ? redirect(303, `${path}?saved=withdrawn`) : gone();
  }
};
