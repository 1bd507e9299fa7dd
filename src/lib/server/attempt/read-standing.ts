import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import { availability } from '#lib/domain/activity/availability.ts';
import type { AttemptStanding } from '#lib/domain/attempt/may-start-attempt.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listAttempts, type AttemptSummary } from './queries.ts';

type StandingInput = { activity: ActivityFacts; assessment: AssessmentFacts; personId: string; now: Date };

/** Whether the activity asks for a pre-test that this person has not submitted. */
async function readPretestOwed(db: Executor, { activity, personId }: StandingInput): Promise<boolean> {
  const pretest = activity.assessments.find(({ kind }) => kind === 'pre-test');
  if (!pretest?.requiredForCompletion) return false;
  const made = await listAttempts(db, { assessmentId: pretest.id, personId });
  return !made.some(({ state }) => state === 'submitted');
}

/** Where a person stands before a new attempt at this assessment, with the attempts made so far, the first one first. */
export async function readStanding(
  db: Executor,
  input: StandingInput
): Promise<AttemptStanding & { attempts: AttemptSummary[] }> {
  const { activity, assessment, personId, now } = input;
  const attempts = await listAttempts(db, { assessmentId: assessment.id, personId });
  return {
    kind: assessment.kind,
    maxAttempts: assessment.maxAttempts,
    submittedAttempts: attempts.filter(({ state }) => state === 'submitted').length,
    passed: attempts.some(({ passed }) => passed === true),
    pretestOwed: await readPretestOwed(db, input),
    availability: availability(activity, calendarDayOf(now)),
    attempts
  };
}
