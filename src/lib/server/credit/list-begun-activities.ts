import type { LearnerProgress } from '#lib/domain/credit/learner-progress.ts';
import type { Executor } from '../db/index.ts';
import { findLearnerVersions } from './find-learner-version.ts';
import { listBegunVersions } from './progress-queries.ts';
import { listLearnerProgress } from './read-learner-progress.ts';

/**
 * The activities that a person has begun and not claimed credit for, those that close first in front; each in the version
 * that the person goes through.
 */
export async function listBegunActivities(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<LearnerProgress[]> {
  const begun = await listBegunVersions(db, personId);
  const slugs = begun.map(({ slug }) => slug);
  const versions = await findLearnerVersions(db, { slugs, personId, now });
  const theirs = begun.filter(({ id, slug }) => versions.get(slug)?.through === id);
  const progress = await listLearnerProgress(db, {
    personId,
    activityVersionIds: theirs.map(({ id }) => id)
  });
  return progress.filter(({ quarterCredits }) => quarterCredits === null);
}
