import type { Executor } from '../db/index.ts';
import { countInProgress } from './release-queries.ts';

/** How many people began the live version of an activity and have not completed it. */
export function countPeopleInProgress(db: Executor, activityId: string): Promise<number> {
  return countInProgress(db, activityId);
}
