import { fail, redirect } from '@sveltejs/kit';
import { isEditable } from '#lib/domain/question-bank/item-status.ts';
import { readSearch } from '#lib/domain/reference/library-filter.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readItemSurroundings } from '#lib/server/activity/read-item-surroundings.ts';
import { overrideFinding } from '#lib/server/question-bank/override-finding.ts';
import { readItemEditor, readKeptDraft } from '#lib/server/question-bank/read-item-editor.ts';
import { readItemStanding } from '#lib/server/question-bank/read-item-standing.ts';
import { readReview } from '#lib/server/question-bank/read-review.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import { requireNewestVersion } from '../require-item.ts';
import { saveItem } from './save-item.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const { db, now } = event.locals;
  const versionId = await requireNewestVersion(event);
  const { shown, view, comments } = await readItemEditor(db, versionId);
  const { itemId, bankId, status, externalId, draft } = shown;
  const citedKeys = draft.citations.map(({ citationKey }) => citationKey);
  const address = event.url.searchParams;
  const copyId = address.get('copy') ?? '';
  const search = readSearch(address.get('find'));
  return {
    ...{ view, comments, externalId, personId, draft },
    isOpen: isEditable(status),
    standing: await readItemStanding(db, { versionId, personId }),
    surroundings: await readItemSurroundings(db, { bankId, personId, citedKeys, search }),
    reading: isEditable(status) ? null : await readReview(db, { versionId, personId, now }),
    copy: isUuid(copyId) ? await readKeptDraft(db, { copyId, itemId }) : null,
    done: address.get('done'),
    isSaved: address.has('saved')
  };
};

export const actions: Actions = {
  save: async (event) => {
    await requireSender(event);
    return saveItem(event, requireRole(event, 'educator').id);
  },
  override: async (event) => {
    const { id: actorId } = requireRole(event, 'educator');
    const versionId = await requireNewestVersion(event);
    const data = await event.request.formData();
    const words = (name: string) => formText(data, name);
    const typed = {
      ...{ rule: words('rule'), place: words('place'), what: words('what') },
      reason: words('reason')
    };
    const input = { versionId, actorId, now: event.locals.now, ...typed };
    const set = await overrideFinding(event.locals.db, input);
    if (set.ok) redirect(303, `/author/items/${event.params.id}#findings`);
    const gone = 'This warning is no longer there. Reload the page to see what is.';
    const message = set.problem.kind === 'invalid' ? set.problem.message : gone;
    return fail(set.problem.kind === 'invalid' ? 400 : 409, { override: { ...typed, message } });
  }
};
