import { and, asc, eq, lte } from 'drizzle-orm';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { CommitmentStatus } from '#lib/domain/evaluation/commitment-status.ts';
import type { PlannedFollowUp } from '#lib/domain/evaluation/follow-up-plan.ts';
import type { DrawnOrder } from '#lib/domain/question-bank/shown-id.ts';
import type { Executor } from '../db/index.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import {
  followUpCommitments,
  followUpItems,
  followUpResponses,
  followUps
} from '../db/schema/evaluation-follow-up.ts';

const columns = {
  id: followUps.id,
  evaluationId: followUps.evaluationId,
  personId: followUps.personId,
  days: followUps.days,
  dueAt: followUps.dueAt,
  state: followUps.state,
  activityVersionId: evaluations.activityVersionId,
  answers: evaluations.answers,
  submittedAt: evaluations.submittedAt
};

/** A follow-up with the evaluation that it follows. */
export type FollowUpRow = Awaited<ReturnType<typeof lockDueFollowUp>> & object;

/** Writes the follow-ups that a learner agreed to. */
export async function insertFollowUps(
  tx: Executor,
  { evaluationId, personId, planned }: { evaluationId: string; personId: string; planned: PlannedFollowUp[] }
): Promise<void> {
  const rows = planned.map(({ days, dueAt }) => ({
    id: crypto.randomUUID(),
    evaluationId,
    personId,
    days,
    dueAt,
    state: 'planned' as const
  }));
  await tx.insert(followUps).values(rows);
}

/** The longest due follow-up that waits and that nobody else is sending, locked; null: none. */
export async function lockDueFollowUp(tx: Executor, now: Date) {
  const [row] = await tx
    .select(columns)
    .from(followUps)
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(and(eq(followUps.state, 'planned'), lte(followUps.dueAt, now)))
    .orderBy(asc(followUps.dueAt))
    .limit(1)
    .for('update', { of: followUps, skipLocked: true });
  return row ?? null;
}

/** Marks a follow-up as sent, with what its link is known by. */
export async function updateSent(tx: Executor, id: string, tokenHash: Uint8Array): Promise<void> {
  await tx.update(followUps).set({ state: 'sent', tokenHash }).where(eq(followUps.id, id));
}

/** Takes back follow-ups of a person that did not go out; `id`: only that one. Returns how many. */
export async function cancelPlanned(
  tx: Executor,
  { personId, id }: { personId: string; id?: string }
): Promise<number> {
  const which = and(
    eq(followUps.personId, personId),
    eq(followUps.state, 'planned'),
    id === undefined ? undefined : eq(followUps.id, id)
  );
  const rows = await tx
    .update(followUps)
    .set({ state: 'cancelled' })
    .where(which)
    .returning({ id: followUps.id });
  return rows.length;
}

/** The follow-up behind a link, or null. */
export async function selectOptionalFollowUp(db: Executor, tokenHash: Uint8Array) {
  const [row] = await db
    .select(columns)
    .from(followUps)
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(eq(followUps.tokenHash, tokenHash));
  return row ?? null;
}

/** Locks a follow-up against a second answer, and gives its state. */
export async function lockState(tx: Executor, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ state: followUps.state })
    .from(followUps)
    .where(eq(followUps.id, id))
    .for('update');
  return row?.state ?? null;
}

/** Writes the items that a follow-up asks, position 1 first. */
export async function insertFollowUpItems(
  tx: Executor,
  followUpId: string,
  drawn: (DrawnOrder & { versionId: string })[]
): Promise<void> {
  if (drawn.length === 0) return;
  const rows = drawn.map(({ versionId, optionOrder, targetOrder }, index) => ({
    followUpId,
    position: index + 1,
    itemVersionId: versionId,
    optionOrder,
    targetOrder
  }));
  await tx.insert(followUpItems).values(rows);
}

/** The items of a follow-up with what was answered; null where nothing was. */
export function listFollowUpItems(db: Executor, followUpId: string) {
  return db
    .select({
      position: followUpItems.position,
      itemVersionId: followUpItems.itemVersionId,
      optionOrder: followUpItems.optionOrder,
      targetOrder: followUpItems.targetOrder,
      response: followUpResponses.response
    })
    .from(followUpItems)
    .leftJoin(
      followUpResponses,
      and(
        eq(followUpResponses.followUpId, followUpItems.followUpId),
        eq(followUpResponses.position, followUpItems.position)
      )
    )
    .where(eq(followUpItems.followUpId, followUpId))
    .orderBy(asc(followUpItems.position));
}

/** What was said of each commitment. */
export function listFollowedCommitments(db: Executor, followUpId: string) {
  return db
    .select({
      ordinal: followUpCommitments.ordinal,
      status: followUpCommitments.status,
      barriers: followUpCommitments.barriers
    })
    .from(followUpCommitments)
    .where(eq(followUpCommitments.followUpId, followUpId));
}

type Answered = {
  id: string;
  commitments: { ordinal: number; commitment: string; status: CommitmentStatus; barriers: string[] }[];
  responses: { position: number; response: Response; correct: boolean }[];
  now: Date;
};

/** Keeps the answers of a follow-up and closes it. */
export async function insertAnswers(
  tx: Executor,
  { id, commitments, responses, now }: Answered
): Promise<void> {
  const followUpId = id;
  if (commitments.length > 0)
    await tx.insert(followUpCommitments).values(commitments.map((entry) => ({ followUpId, ...entry })));
  if (responses.length > 0)
    await tx
      .insert(followUpResponses)
      .values(responses.map((entry) => ({ followUpId, ...entry, answeredAt: now })));
  await tx.update(followUps).set({ state: 'answered', answeredAt: now }).where(eq(followUps.id, id));
}

/** A person's follow-ups that are to come, the next one first. */
export function listPlannedFollowUps(db: Executor, personId: string) {
  return db
    .select({ id: followUps.id, dueAt: followUps.dueAt, activityVersionId: evaluations.activityVersionId })
    .from(followUps)
    .innerJoin(evaluations, eq(evaluations.id, followUps.evaluationId))
    .where(and(eq(followUps.personId, personId), eq(followUps.state, 'planned')))
    .orderBy(asc(followUps.dueAt));
}
