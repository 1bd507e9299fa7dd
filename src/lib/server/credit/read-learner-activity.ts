import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { readActivity, readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { findLearnerVersion } from './find-learner-version.ts';

/** An activity for one visitor; the three are the same version but after a release in the midst of it. */
export type LearnerActivity = {
  /** To which attempts, evaluation, completion and credit belong. */
  through: ActivityFacts;
  /** Whose lesson and references the visitor reads. */
  toRead: ActivityFacts;
  /** What newcomers get. */
  live: ActivityFacts;
};

/** The activity with this slug for a person, or for a visitor without an account; null where none is live. */
export async function readLearnerActivity(
  db: Executor,
  { slug, personId, now }: { slug: string; personId: string | null; now: Date }
): Promise<LearnerActivity | null> {
  if (personId === null) {
    const live = await readActivity(db, slug);
    return live && { through: live, toRead: live, live };
  }
  const versions = await findLearnerVersion(db, { slug, personId, now });
  if (versions === null) return null;
  return {
    through: await readActivityVersion(db, versions.through),
    toRead: await readActivityVersion(db, versions.toRead),
    live: await readActivityVersion(db, versions.live)
  };
}
