import { error, fail, redirect } from '@sveltejs/kit';
import { captionProblems, isCertificateImageKind } from '#lib/domain/activity/certificate-image.ts';
import { tidyLine } from '#lib/domain/identity/tidy-line.ts';
import { readCertificateImages } from '#lib/server/activity/read-certificate-images.ts';
import { removeCertificateImage, saveCertificateImage } from '#lib/server/activity/save-certificate-image.ts';
import { formText } from '../../../../form-text.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const images = await readCertificateImages(event.locals.db, shownVersion(activity).versionId);
  return { activity, images, saved: event.url.searchParams.has('saved') };
};

const GONE = 'This working copy was published or discarded meanwhile.';

async function bytesOf(file: FormDataEntryValue | null): Promise<Uint8Array | null> {
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
}

export const actions: Actions = {
  save: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const data = await event.request.formData();
    const kind = formText(data, 'kind');
    if (!isCertificateImageKind(kind)) error(400, 'What was sent is not a form of this page.');
    const typed = formText(data, `${kind}-caption`);
    const problems = captionProblems(kind, typed);
    if (problems.length > 0) return fail(400, { kind, typed, problems });
    const saved = await saveCertificateImage(event.locals.db, {
      activityVersionId: draft.versionId,
      kind,
      bytes: await bytesOf(data.get(`${kind}-file`)),
      caption: tidyLine(typed),
      actorId: person.id,
      now: event.locals.now
    });
    if (saved.ok) redirect(303, `/author/activities/${activity.activityId}/certificate?saved`);
    if (saved.problem.kind === 'no-draft') error(409, GONE);
    const message = saved.problem.kind === 'no-file' ? 'Choose a PNG or JPEG file' : saved.problem.why;
    return fail(400, { kind, typed, problems: [{ field: `${kind}-file`, message }] });
  },
  remove: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const kind = formText(await event.request.formData(), 'kind');
    if (!isCertificateImageKind(kind)) error(400, 'What was sent is not a form of this page.');
    const which = { activityVersionId: draft.versionId, kind };
    const { db, now } = event.locals;
    const removed = await removeCertificateImage(db, { ...which, actorId: person.id, now });
    if (!removed.ok) error(409, GONE);
    redirect(303, `/author/activities/${activity.activityId}/certificate?saved`);
  }
};
