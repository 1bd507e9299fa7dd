import type { Executor } from '../db/index.ts';
import { countUnderWay } from './version-queries.ts';

/** How many people finish on this version of an activity when a newer one is released (docs/decisions/0011). */
export function countPeopleInProgress(db: Executor, activityVersionId: string): Promise<number> {
  return countUnderWay(db, activityVersionId);
}
