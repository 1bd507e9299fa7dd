import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Profile } from '#lib/domain/identity/profile.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { claimCredit, type ClaimOutcome } from '#lib/server/certificate/claim-credit.ts';
import { submitEvaluation } from '#lib/server/credit/submit-evaluation.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { makePerson } from './people.ts';

/** The slug of the activity that tests run on. */
export const SAMPLE = 'resistance-to-immunotherapy';

/** An hour in which the sample is open. */
export const NOON = new Date('2027-01-31T12:00:00Z');

/** A learner and the version that the learner works through. */
export type Learner = { personId: string; activityVersionId: string };

/** Makes a person who has done nothing yet. */
export async function makeLearner(db: Executor, profile: Partial<Profile> = {}): Promise<Learner> {
  const activity = await readActivity(db, SAMPLE);
  if (!activity) throw new Error('The sample activity is not in the database.');
  const person = await makePerson(db, profile);
  return { personId: person.id, activityVersionId: activity.activityVersionId };
}

/** Puts a submitted attempt on record. */
export async function recordAttempt(
  db: Executor,
  learner: Learner,
  { kind, itemsCorrect, at = NOON }: { kind: 'pre-test' | 'assessment'; itemsCorrect: number; at?: Date }
): Promise<void> {
  const activity = await readActivity(db, SAMPLE);
  const assessment = activity?.assessments.find((candidate) => candidate.kind === kind);
  if (!assessment) throw new Error(`The sample has no ${kind}.`);
  const total = assessment.itemCount;
  const passed =
    assessment.passingPercent === null ? null : itemsCorrect * 100 >= total * assessment.passingPercent;
  await db.execute(sql`insert into attempts
    (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, submitted_at, items_correct, items_total, passed)
    select ${randomUUID()}, ${assessment.id}, ${learner.personId}, 1 + count(*), 'submitted', 1, ${total},
      ${at.toISOString()}, ${at.toISOString()}, ${itemsCorrect}, ${total}, ${passed}
    from attempts where assessment_id = ${assessment.id} and person_id = ${learner.personId}`);
}

/** A learner who took the pre-test and passed the assessment with 9 of 10. */
export async function makePassedLearner(db: Executor, profile: Partial<Profile> = {}): Promise<Learner> {
  const learner = await makeLearner(db, profile);
  await recordAttempt(db, learner, { kind: 'pre-test', itemsCorrect: 2 });
  await recordAttempt(db, learner, { kind: 'assessment', itemsCorrect: 9 });
  return learner;
}

/** Evaluates with the one answer that is asked for. */
export function evaluate(db: Executor, learner: Learner, now: Date = NOON) {
  const answers = { bias: { type: 'single-choice', option: 'free' } } as const;
  return submitEvaluation(db, { ...learner, answers, now });
}

/** A learner who has claimed credit (two quarters if nothing is said), with the certificate. */
export async function makeCreditedLearner(
  db: Executor,
  {
    quarterCredits = 2,
    now = NOON,
    ...profile
  }: Partial<Profile> & { quarterCredits?: number; now?: Date } = {}
): Promise<Learner & ClaimOutcome> {
  const learner = await makePassedLearner(db, profile);
  await evaluate(db, learner, now);
  const claim = await claimCredit(db, { ...learner, quarterCredits, now });
  if (!claim.ok) throw new Error(`The claim was refused: ${JSON.stringify(claim.problem)}`);
  return { ...learner, ...claim.value };
}
