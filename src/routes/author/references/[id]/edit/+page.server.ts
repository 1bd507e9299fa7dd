import { error, fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { readReferenceRecord } from '#lib/server/reference/read-reference-record.ts';
import { saveReference } from '#lib/server/reference/save-reference.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { readReferencePost } from '../../reference-post.ts';
import type { Actions, PageServerLoad } from './$types';

const SAME = [
  {
    field: 'title',
    message: 'The library holds this reference already. Cite that one, or save it all the same'
  }
];

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { id } = event.params;
  const record = isUuid(id) ? await readReferenceRecord(event.locals.db, id) : null;
  if (record === null) error(404, NOT_FOUND);
  return { record };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'educator');
    const { id: referenceId } = event.params;
    if (!isUuid(referenceId)) error(404, NOT_FOUND);
    const data = await event.request.formData();
    const [typed, base, twinSeen] = [
      readReferencePost(data),
      formText(data, 'base'),
      formText(data, 'twinSeen')
    ];
    const { db, now } = event.locals;
    const saved = await saveReference(db, { referenceId, form: typed, base, twinSeen, actorId, now });
    if (saved.ok) redirect(303, `/author/references/${referenceId}?saved`);
    const { problem } = saved;
    switch (problem.kind) {
      case 'no-such-reference':
        return error(404, NOT_FOUND);
      case 'invalid':
        return fail(400, { typed, base, theirs: null, twin: null, problems: problem.problems });
      case 'duplicate':
        return fail(409, { typed, base, theirs: null, twin: problem.twin, problems: SAME });
      case 'changed-meanwhile':
        return fail(409, { typed, base: problem.base, theirs: problem.theirs, twin: null, problems: [] });
    }
  }
};
