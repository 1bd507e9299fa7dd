import { error, fail, redirect } from '@sveltejs/kit';
import { readShare } from '#lib/domain/certificate/transcript-share.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { endShare } from '#lib/server/certificate/end-share.ts';
import { readShares } from '#lib/server/certificate/read-shares.ts';
import { shareTranscript } from '#lib/server/certificate/share-transcript.ts';
import { formText } from '../../../form-text.ts';
import { requirePerson, requireSender } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requirePerson(event);
  return { shares: await readShares(event.locals.db, { personId, now: event.locals.now }) };
};

export const actions: Actions = {
  share: async (event) => {
    const { id: personId } = await requireSender(event);
    const { db, now } = event.locals;
    const data = await event.request.formData();
    const of = (name: string) => formText(data, name).slice(0, 200);
    const values = { label: of('label'), from: of('from'), to: of('to'), until: of('until') };
    const share = readShare(values, now);
    if (!share.ok) return fail(400, { values, problems: share.problem, address: null });
    const token = await shareTranscript(db, { personId, share: share.value, now });
    return { values: null, problems: [], address: `${event.url.origin}/transcripts/${token}` };
  },
  end: async (event) => {
    const { id: personId } = requirePerson(event);
    const { db, now } = event.locals;
    const shareId = formText(await event.request.formData(), 'share');
    if (!isUuid(shareId)) error(400, 'Choose a link from the list.');
    await endShare(db, { shareId, personId, now });
    redirect(303, '/me/transcript/shares');
  }
};
