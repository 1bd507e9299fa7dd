import { and, asc, eq, lt } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';

/** An attempt and the person whose it must be: another's does not exist. */
export type OwnAttempt = { attemptId: string; personId: string };

const own = ({ attemptId, personId }: OwnAttempt) =>
  and(eq(attempts.id, attemptId), eq(attempts.personId, personId));

const standingColumns = {
  id: attempts.id,
  assessmentId: attempts.assessmentId,
  state: attempts.state,
  closesAt: attempts.closesAt,
  submittedAt: attempts.submittedAt,
  answered: attempts.answered,
  itemsTotal: attempts.itemsTotal,
  itemsDropped: attempts.itemsDropped,
  itemsCorrect: attempts.itemsCorrect,
  passed: attempts.passed,
  kind: assessments.kind,
  feedback: assessments.feedback,
  passingPercent: assessments.passingPercent
};

export type LockedAttempt = Awaited<ReturnType<typeof lockAttempt>>;

/** Locks the attempt's row. What else is read of it must be read in a later statement, or it may be the older state. */
export async function lockAttempt(tx: Executor, which: OwnAttempt) {
  const [row] = await tx
    .select(standingColumns)
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(own(which))
    .for('update', { of: attempts });
  return row ?? null;
}

/** Locks the person's open attempt at an assessment, if there is one. */
export async function lockOpenAttempt(tx: Executor, which: { assessmentId: string; personId: string }) {
  const [row] = await tx
    .select(standingColumns)
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(
      and(
        eq(attempts.assessmentId, which.assessmentId),
        eq(attempts.personId, which.personId),
        eq(attempts.state, 'in-progress')
      )
    )
    .for('update', { of: attempts });
  return row ?? null;
}

/** An attempt of this person, with the activity version that it belongs to. */
export async function selectOptionalAttempt(db: Executor, which: OwnAttempt) {
  const [row] = await db
    .select({ ...standingColumns, activityVersionId: assessments.activityVersionId })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(own(which));
  return row ?? null;
}

export type AttemptRow = NonNullable<Awaited<ReturnType<typeof selectOptionalAttempt>>>;

export type AttemptSummary = Awaited<ReturnType<typeof listAttempts>>[number];

/** A person's attempts at an assessment, the first one first. */
export function listAttempts(db: Executor, which: { assessmentId: string; personId: string }) {
  return db
    .select({
      id: attempts.id,
      ordinal: attempts.ordinal,
      state: attempts.state,
      closesAt: attempts.closesAt,
      passed: attempts.passed
    })
    .from(attempts)
    .where(and(eq(attempts.assessmentId, which.assessmentId), eq(attempts.personId, which.personId)))
    .orderBy(asc(attempts.ordinal));
}

type NewAttempt = {
  id: string;
  assessmentId: string;
  personId: string;
  ordinal: number;
  seed: number;
  itemsTotal: number;
  startedAt: Date;
  closesAt: Date | null;
};

/** Inserts an open attempt; false where another request has just opened one, or took the ordinal. */
export async function insertAttempt(tx: Executor, attempt: NewAttempt): Promise<boolean> {
  const rows = await tx
    .insert(attempts)
    .values({ ...attempt, state: 'in-progress' })
    .onConflictDoNothing()
    .returning({ id: attempts.id });
  return rows.length === 1;
}

type Outcome = {
  attemptId: string;
  submittedAt: Date;
  itemsCorrect: number;
  itemsDropped: number;
  passed: boolean | null;
};

/** Closes an open attempt with its outcome. */
export async function updateSubmitted(tx: Executor, { attemptId, ...outcome }: Outcome): Promise<void> {
  await tx
    .update(attempts)
    .set({ state: 'submitted', ...outcome })
    .where(and(eq(attempts.id, attemptId), eq(attempts.state, 'in-progress')));
}

/** Open attempts that closed before this instant, those that closed first in front. */
export function listOverdue(db: Executor, { before, most }: { before: Date; most: number }) {
  return db
    .select({ attemptId: attempts.id, personId: attempts.personId })
    .from(attempts)
    .where(and(eq(attempts.state, 'in-progress'), lt(attempts.closesAt, before)))
    .orderBy(asc(attempts.closesAt))
    .limit(most);
}
