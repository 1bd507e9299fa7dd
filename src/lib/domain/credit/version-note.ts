import type { ActivityFacts } from '../activity/activity-facts.ts';
import type { LearnerProgress } from './learner-progress.ts';

type Version = Pick<ActivityFacts, 'activityVersionId' | 'version'>;

/** What a person is told of a release since they began. */
export type VersionNote = { words: string; canBeginAnew: boolean };

/** The note for a person whose version is not the newest any more, or null (docs/decisions/0011). */
export function versionNote(input: {
  through: Version;
  live: Version;
  progress: Pick<LearnerProgress, 'completedOn' | 'quarterCredits' | 'assessment'>;
}): VersionNote | null {
  const { through, live, progress } = input;
  if (through.activityVersionId === live.activityVersionId) return null;
  const newer = `Version ${live.version} was published since.`;
  if (progress.quarterCredits !== null) {
    const words = `You completed version ${through.version}, and your certificate stays as it is. ${newer} You read the new text.`;
    return { words, canBeginAnew: false };
  }
  if (progress.assessment.passedAttemptId !== null) {
    const words = `You passed version ${through.version}, and finish on it. ${newer}`;
    return { words, canBeginAnew: false };
  }
  const words = `You began version ${through.version}, and can finish on it: what you did counts, and its rules stay the same. ${newer}`;
  return { words, canBeginAnew: true };
}
