import { and, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { people } from '../db/schema/identity.ts';

/** One learner and one activity version: what credit is decided for. */
export type LearnerAndVersion = { personId: string; activityVersionId: string };

/**
 * Makes evaluation and claim of one person wait for each other, until the transaction ends. Rows that only refer to the
 * person (responses, sessions) do not wait. Throws where there is no such person.
 */
export async function lockPerson(tx: Executor, personId: string): Promise<void> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
    .for('no key update');
  if (rows.length === 0) throw new Error(`There is no person ${personId}.`);
}

/** A recorded completion; `completedOn` is `YYYY-MM-DD`. */
export type Completion = { id: string; completedOn: string };

/** The completion of an activity version by a person, or null. */
export async function selectOptionalCompletion(
  db: Executor,
  { personId, activityVersionId }: LearnerAndVersion
): Promise<Completion | null> {
  const rows = await db
    .select({ id: completions.id, completedOn: completions.completedOn })
    .from(completions)
    .where(and(eq(completions.personId, personId), eq(completions.activityVersionId, activityVersionId)));
  return rows[0] ?? null;
}

/** Records that all requirements are met; the database takes one for each person and activity version. */
export async function insertCompletion(
  tx: Executor,
  completion: LearnerAndVersion & Completion & { attemptId: string; evaluationId: string; completedAt: Date }
): Promise<void> {
  await tx.insert(completions).values(completion);
}

/** Records credit that was claimed and awarded; the database takes one for each person and activity version. */
export async function insertCredit(
  tx: Executor,
  credit: LearnerAndVersion & {
    id: string;
    completionId: string;
    quarterCredits: number;
    maximumQuarterCredits: number;
    creditRuleId: string;
    claimedAt: Date;
  }
): Promise<void> {
  await tx.insert(credits).values(credit);
}
