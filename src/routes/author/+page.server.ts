import { listAuthoredActivities } from '#lib/server/activity/list-authored-activities.ts';
import { readReviewQueue } from '#lib/server/question-bank/read-review-queue.ts';
import { requireRole } from '../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const { db, now } = event.locals;
  const { groups, itemsInDoubt } = await readReviewQueue(db, { personId, now });
  return {
    activities: await listAuthoredActivities(db, { personId, now }),
    waiting: {
      forMe: groups['for-me'].length,
      sentBack: groups['sent-back'].length,
      ready: groups.ready.length,
      inDoubt: itemsInDoubt.length
    }
  };
};
