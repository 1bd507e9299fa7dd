import { error, fail, redirect } from '@sveltejs/kit';
import { importUpload, rehearseUpload } from '#lib/server/interchange/import-upload.ts';
import { findUpload, keepUpload } from '#lib/server/interchange/keep-upload.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../form-text.ts';
import { requireRole } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

const GONE = 'This package is no longer kept: an hour has passed, or you sent another one. Send it again.';

export const load: PageServerLoad = async (event) => {
  const person = requireRole(event, 'educator');
  const { db, now } = event.locals;
  const id = event.url.searchParams.get('upload');
  const isAdmin = person.roles.includes('admin');
  if (id === null || !isUuid(id)) return { upload: null, isAdmin };
  const upload = await findUpload(db, { id, personId: person.id, now });
  if (upload === null) return { upload: null, isAdmin, gone: GONE };
  const rehearsed = await rehearseUpload(db, { files: upload.files, person, now });
  return { upload: { id, fileName: upload.fileName, rehearsed }, isAdmin };
};

export const actions: Actions = {
  check: async (event) => {
    const person = requireRole(event, 'educator');
    const { db, now } = event.locals;
    const file = (await event.request.formData()).get('package');
    if (!(file instanceof File) || file.size === 0) {
      return fail(400, { problems: [{ field: 'package', message: 'Choose the zip file of a package' }] });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kept = await keepUpload(db, { personId: person.id, fileName: file.name, bytes, now });
    if (kept.ok) redirect(303, `/author/import?upload=${kept.value}`);
    const problems = kept.problem.map(({ file: where, why, mend }) => ({
      field: 'package',
      message: `${where}: ${why} ${mend}`
    }));
    return fail(400, { problems });
  },
  import: async (event) => {
    const person = requireRole(event, 'educator');
    const { db, now } = event.locals;
    const data = await event.request.formData();
    const id = formText(data, 'upload');
    const upload = isUuid(id) ? await findUpload(db, { id, personId: person.id, now }) : null;
    if (upload === null) error(409, GONE);
    const takesReviews = formText(data, 'takesReviews') === 'yes';
    const done = await importUpload(db, { id, files: upload.files, person, takesReviews, now });
    if (done.ok) redirect(303, `/author/activities/${done.value.activityId}`);
    return fail(409, { problems: [], refused: done.problem });
  }
};
