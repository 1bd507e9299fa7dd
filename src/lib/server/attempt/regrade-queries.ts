import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { attemptItems, responses } from '../db/schema/attempt.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';

/** Any number, as long as every instance uses the same. */
const SCORING_LOCK = 7_203_512;

/**
 * Lets attempts be scored until the transaction ends, and keeps regrades out for so long. Take it before any row is
 * locked: a regrade holds the other side of it while it locks rows.
 */
export async function lockScoring(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${SCORING_LOCK})`);
}

/** Waits until nobody scores an attempt, and keeps everybody from it until the transaction ends. */
export async function lockRegrading(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SCORING_LOCK})`);
}

/** What scoring and feedback need of a regrade. */
export const regradeColumns = {
  kind: regrades.kind,
  accepted: regrades.accepted,
  keyVersionId: regrades.keyVersionId,
  reason: regrades.reason
};

/** Joins the one regrade that is in force for the item version of a place. */
export const inForceAtPlace = and(
  eq(regrades.itemVersionId, attemptItems.itemVersionId),
  isNull(regrades.undoneAt)
);

const ever = alias(regrades, 'ever');

/** Answered places of an attempt whose item version was ever regraded, with the regrade that is in force. */
export function listRegradedPlaces(tx: Executor, attemptId: string) {
  const wasRegraded = tx
    .select({ one: sql`1` })
    .from(ever)
    .where(eq(ever.itemVersionId, attemptItems.itemVersionId));
  return tx
    .select({
      position: attemptItems.position,
      itemVersionId: attemptItems.itemVersionId,
      response: responses.response,
      correct: responses.correct,
      regrade: regradeColumns
    })
    .from(attemptItems)
    .innerJoin(
      responses,
      and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
    )
    .leftJoin(regrades, inForceAtPlace)
    .where(and(eq(attemptItems.attemptId, attemptId), exists(wasRegraded)));
}

/** Marks a response again; what was responded stays. */
export async function updateCorrect(
  tx: Executor,
  { attemptId, position, correct }: { attemptId: string; position: number; correct: boolean }
): Promise<void> {
  await tx
    .update(responses)
    .set({ correct })
    .where(and(eq(responses.attemptId, attemptId), eq(responses.position, position)));
}

/** What an attempt comes to while the regrades that are in force hold: items that are right, and items that do not count. */
export async function selectCounts(
  tx: Executor,
  attemptId: string
): Promise<{ itemsCorrect: number; itemsDropped: number }> {
  const isDropped = sql`${regrades.kind} is not distinct from 'drop-item'`;
  const isRight = sql`${regrades.kind} is not distinct from 'full-mark' or ${responses.correct}`;
  const [row] = await tx
    .select({
      itemsCorrect: sql<number>`(count(*) filter (where not ${isDropped} and (${isRight})))::int`,
      itemsDropped: sql<number>`(count(*) filter (where ${isDropped}))::int`
    })
    .from(attemptItems)
    .leftJoin(
      responses,
      and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
    )
    .leftJoin(regrades, inForceAtPlace)
    .where(eq(attemptItems.attemptId, attemptId));
  return row ?? { itemsCorrect: 0, itemsDropped: 0 };
}
