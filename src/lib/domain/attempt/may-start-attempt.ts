import type { Availability } from '../activity/availability.ts';
import { failure, success, type Result } from '../result.ts';
import type { AssessmentKind } from './assessment-kind.ts';

/** Where a person stands before a new attempt. */
export type AttemptStanding = {
  kind: AssessmentKind;
  /** Null: as many as they like. */
  maxAttempts: number | null;
  submittedAttempts: number;
  passed: boolean;
  /** Whether the activity asks for a pre-test and this person has not submitted it. */
  pretestOwed: boolean;
  availability: Availability;
};

export type StartProblem =
  'not-yet-open' | 'closed-for-credit' | 'already-passed' | 'no-attempts-left' | 'pretest-first';

/** How many attempts may still be finished; null where there is no limit. An open one counts as left. */
export function attemptsLeft(standing: {
  maxAttempts: number | null;
  submittedAttempts: number;
}): number | null {
  return standing.maxAttempts === null
    ? null
    : Math.max(0, standing.maxAttempts - standing.submittedAttempts);
}

function dateProblem({ kind, availability }: AttemptStanding): StartProblem | null {
  if (availability === 'upcoming') return 'not-yet-open';
  return availability === 'closed-for-credit' && kind !== 'practice' ? 'closed-for-credit' : null;
}

/**
 * Whether a new attempt may begin. Practice stays open after the expiry date and after a pass, but comes after a
 * pre-test that is owed: both draw from one bank, and practice shows its keys. Once the activity is closed for credit
 * nobody can take the pre-test, so practice no longer waits for it.
 */
export function mayStartAttempt(standing: AttemptStanding): Result<null, StartProblem> {
  const outOfTime = dateProblem(standing);
  if (outOfTime) return failure(outOfTime);
  if (standing.kind === 'assessment' && standing.passed) return failure('already-passed');
  if (attemptsLeft(standing) === 0) return failure('no-attempts-left');
  const waitsForPretest = standing.kind !== 'pre-test' && standing.availability === 'open';
  return waitsForPretest && standing.pretestOwed ? failure('pretest-first') : success(null);
}
