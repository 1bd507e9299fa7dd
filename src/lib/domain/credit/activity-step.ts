import type { Availability } from '../activity/availability.ts';
import type { LearnerProgress } from './learner-progress.ts';
import { nextStep, type Step } from './next-step.ts';

type Standing = {
  slug: string;
  availability: Availability;
  /** Null: nobody is signed in. */
  progress: LearnerProgress | null;
  /** Whether the way begins with a pre-test. */
  hasPreTest: boolean;
};

/**
 * The one button of an activity page. Null: it has not opened yet. A completion can be claimed after the activity closed;
 * for everyone else only reading is left then.
 */
export function activityStep({ slug, availability, progress, hasPreTest }: Standing): Step | null {
  const lesson = `/activities/${slug}/lesson`;
  if (progress !== null && progress.completedOn !== null) return nextStep(progress);
  if (availability === 'upcoming') return null;
  if (availability === 'closed-for-credit') return { label: 'Read the lesson', href: lesson };
  if (progress !== null) return nextStep(progress);
  return { label: 'Start', href: hasPreTest ? `/activities/${slug}/pretest` : lesson };
}
