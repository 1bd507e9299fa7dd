import { listSectionsInDoubt } from '#lib/server/activity/list-sections-in-doubt.ts';
import { readReviewQueue } from '#lib/server/question-bank/read-review-queue.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requireRole(event, 'educator');
  const { db, now } = event.locals;
  return {
    queue: await readReviewQueue(db, { personId, now }),
    sections: await listSectionsInDoubt(db, { personId, now }),
    done: event.url.searchParams.get('done')
  };
};
