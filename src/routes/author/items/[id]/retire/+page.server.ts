import { error } from '@sveltejs/kit';
import { foreseeRetirement } from '#lib/server/activity/foresee-retirement.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { readItemStanding } from '#lib/server/question-bank/read-item-standing.ts';
import { requireItem, requireNewestVersion } from '../../require-item.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = (await requireItem(event)).person;
  const { db } = event.locals;
  const versionId = await requireNewestVersion(event);
  const standing = await readItemStanding(db, { versionId, personId });
  const liveId = standing?.liveVersionId ?? null;
  const live = liveId === null ? null : await readItemDraft(db, liveId);
  if (standing === null || live === null)
    error(404, 'No version of this item is live, so there is nothing to retire.');
  return {
    standing,
    stem: live.draft.stem,
    shortages: await foreseeRetirement(db, standing.itemId)
  };
};
