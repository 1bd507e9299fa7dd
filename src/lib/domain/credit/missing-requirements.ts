import type { LearnerProgress } from './learner-progress.ts';

/** What a completion can ask of a learner, in the order of the way through the activity. */
export type Requirement = 'pre-test' | 'assessment' | 'evaluation';

/**
 * What is missing for completion. Credit needs an assessment passed at the standard that was stated before the start
 * (cme-rules.md §1.3), the evaluation, and the pre-test where the activity demands it.
 */
export function missingRequirements(
  progress: Pick<LearnerProgress, 'preTest' | 'assessment' | 'evaluationSubmitted'>
): Requirement[] {
  const missing: Requirement[] = [];
  if (progress.preTest?.required && progress.preTest.lastSubmittedAttemptId === null)
    missing.push('pre-test');
  if (progress.assessment.passedAttemptId === null) missing.push('assessment');
  if (!progress.evaluationSubmitted) missing.push('evaluation');
  return missing;
}
