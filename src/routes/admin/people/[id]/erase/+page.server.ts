import { error, fail, redirect } from '@sveltejs/kit';
import { ERASURE_WORD, isErasureGround, isErasureWord } from '#lib/domain/privacy/erasure.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { readCreditRecordYears } from '#lib/server/privacy/change-retention.ts';
import { requestErasure } from '#lib/server/privacy/request-erasure.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole } from '../../../../guard.ts';
import { requireRecentProof } from '../../../../require-recent-proof.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const NOT_FOUND = 'We cannot find that page.';

async function requireSubject(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { id: actorId } = requireRole(event, 'admin');
  requireRecentProof(event);
  const { id } = event.params;
  const person = isUuid(id) ? await readPerson(event.locals.db, id) : null;
  if (person === null) error(404, NOT_FOUND);
  return { actorId, person };
}

export const load: PageServerLoad = async (event) => {
  const { person } = await requireSubject(event);
  return { person, years: await readCreditRecordYears(event.locals.db) };
};

const LAST_ADMIN = 'This is the only admin. Give the role to somebody else first.';

export const actions: Actions = {
  default: async (event) => {
    const { actorId, person } = await requireSubject(event);
    const { db, now, requestJob } = event.locals;
    const data = await event.request.formData();
    const [ground, word] = [formText(data, 'ground'), formText(data, 'word')];
    const problems = [
      ...(isErasureGround(ground) ? [] : [{ field: 'ground', message: 'Choose why' }]),
      ...(isErasureWord(word)
        ? []
        : [{ field: 'word', message: `Type ${ERASURE_WORD} to say that you mean it` }])
    ];
    if (!isErasureGround(ground) || problems.length > 0) return fail(400, { ground, word, problems });
    const asked = await requestErasure(db, { personId: person.id, actorId, ground, now });
    if (!asked.ok && asked.problem === 'unknown-person') error(404, NOT_FOUND);
    if (!asked.ok) return fail(409, { ground, word, problems: [{ field: 'word', message: LAST_ADMIN }] });
    await requestJob('erasures');
    redirect(303, '/admin/people?erased');
  }
};
