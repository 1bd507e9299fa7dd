import { fail, redirect } from '@sveltejs/kit';
import { tidyText, tooLong } from '#lib/domain/tidy-text.ts';
import { makeSubmission } from '#lib/server/report/accreditor/make-submission.ts';
import { readPreflight } from '#lib/server/report/accreditor/read-preflight.ts';
import { showPreview } from '#lib/server/report/accreditor/show-preview.ts';
import { formText } from '../../../../form-text.ts';
import { requireSender } from '../../../../guard.ts';
import { preflightOf } from '../preflight-request.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { request, problems, query } = await preflightOf(event);
  const { key, version, mapping } = request.version;
  const preflight = await readPreflight(event.locals.db, { ...request, shown: false });
  return { problems, query, kind: request.kind, mapping: { key, version, ...mapping }, preflight };
};

const MOST = 500;

export const actions: Actions = {
  show: async (event) => {
    await requireSender(event);
    const { request, actorId } = await preflightOf(event);
    const { preview } = await showPreview(event.locals.db, { ...request, actorId });
    return { preview, reason: '', problems: [] };
  },
  make: async (event) => {
    await requireSender(event);
    const { request, query, actorId, problems } = await preflightOf(event);
    const reason = tidyText(formText(await event.request.formData(), 'reason'));
    const wrong = reason === '' ? 'Say why the file is made: the audit log keeps it' : tooLong(reason, MOST);
    const found = [...problems, ...(wrong === null ? [] : [{ field: 'reason', message: wrong }])];
    if (found.length > 0) return fail(400, { preview: null, reason, problems: found });
    const { version, filter, now } = request;
    const made = await makeSubmission(event.locals.db, { version, filter, query, reason, actorId, now });
    if (made.ok) redirect(303, `/admin/reports/submissions/${made.value}?made`);
    const message = 'No completion is ready any more. Look at what is left to mend';
    return fail(409, { preview: null, reason, problems: [{ field: 'reason', message }] });
  }
};
