import type { LearnerProgress } from '#lib/domain/credit/learner-progress.ts';
import type { Executor } from '../db/index.ts';
import { findLearnerVersion } from './find-learner-version.ts';
import { listBegunVersions } from './progress-queries.ts';
import { readLearnerProgress } from './read-learner-progress.ts';

/**
 * The activities that a person has begun and not claimed credit for, those that close first in front; each in the version
 * that the person goes through.
 */
export async function listBegunActivities(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<LearnerProgress[]> {
  const begun: LearnerProgress[] = [];
  for (const { id: activityVersionId, slug } of await listBegunVersions(db, personId)) {
    const versions = await findLearnerVersion(db, { slug, personId, now });
    if (versions?.through !== activityVersionId) continue;
    begun.push(await readLearnerProgress(db, { personId, activityVersionId }));
  }
  return begun.filter((progress) => progress.quarterCredits === null);
}
