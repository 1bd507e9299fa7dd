import type { FormProgress, LearnerProgress } from './learner-progress.ts';

/** The one thing to do next, as a link. */
export type Step = { label: string; href: string };

const attemptHref = (open: NonNullable<FormProgress['open']>) =>
  `/attempts/${open.attemptId}/${open.nextPosition ?? 'check'}`;

/** The way back into an attempt under way; `words` stand between "Continue" and the position, e.g. " the pre-test". */
function continueAttempt(open: NonNullable<FormProgress['open']>, words: string): Step {
  const label =
    open.nextPosition === null ? 'Check your answers' : `Continue${words} at question ${open.nextPosition}`;
  return { label, href: attemptHref(open) };
}

function preTestStep({ slug, preTest }: LearnerProgress): Step | null {
  if (!preTest || preTest.lastSubmittedAttemptId !== null) return null;
  if (preTest.open) return continueAttempt(preTest.open, ' the pre-test');
  return preTest.required ? { label: 'Start the pre-test', href: `/activities/${slug}/pretest` } : null;
}

function lessonStep({ slug, lesson }: LearnerProgress): Step | null {
  if (!lesson.nextSection) return null;
  const label =
    lesson.sectionsOpened === 0 ? 'Read the lesson' : `Continue reading: ${lesson.nextSection.title}`;
  return { label, href: `/activities/${slug}/lesson/${lesson.nextSection.slug}` };
}

function assessmentStep(progress: LearnerProgress): Step {
  const { slug, assessment } = progress;
  if (assessment.open) return continueAttempt(assessment.open, '');
  const href = `/activities/${slug}/assessment`;
  if (assessment.attemptsUsed === 0) return lessonStep(progress) ?? { label: 'Start the assessment', href };
  const hasAttemptsLeft = assessment.maxAttempts === null || assessment.attemptsUsed < assessment.maxAttempts;
  if (hasAttemptsLeft) return { label: 'Try the assessment again', href };
  return { label: 'See your result', href: `/attempts/${assessment.lastSubmittedAttemptId}/result` };
}

/**
 * What the learner does next. The order is that of the clinician's way: pre-test, lesson, assessment, evaluation, claim,
 * certificate. Who has passed is not sent back to the lesson.
 */
export function nextStep(progress: LearnerProgress): Step {
  const { slug } = progress;
  const claim = `/activities/${slug}/claim`;
  // The page of a claim that was made leads on to its certificate.
  if (progress.quarterCredits !== null) return { label: 'View certificate', href: claim };
  if (progress.completedOn !== null) return { label: 'Claim credit', href: claim };
  const before = preTestStep(progress);
  if (before) return before;
  if (progress.assessment.passedAttemptId === null) return assessmentStep(progress);
  if (!progress.evaluationSubmitted)
    return { label: 'Fill in the evaluation', href: `/activities/${slug}/evaluation` };
  return { label: 'Claim credit', href: claim };
}
