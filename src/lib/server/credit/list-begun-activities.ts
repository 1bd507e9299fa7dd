import type { LearnerProgress } from '#lib/domain/credit/learner-progress.ts';
import type { Executor } from '../db/index.ts';
import { listBegunVersionIds } from './progress-queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';

/** The open activities that a person has begun and not claimed credit for, those that close first in front. */
export async function listBegunActivities(db: Executor, personId: string): Promise<LearnerProgress[]> {
  const begun: LearnerProgress[] = [];
  for (const activityVersionId of await listBegunVersionIds(db, personId)) {
    begun.push(await readLearnerProgress(db, { personId, activityVersionId }));
  }
  return begun.filter((progress) => progress.quarterCredits === null);
}
