import { and, asc, eq, ne } from 'drizzle-orm';
import type { DrawnItem } from '#lib/domain/attempt/draw-form.ts';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';
import { itemVersions } from '../db/schema/question-bank.ts';
import { inForceAtPlace, regradeColumns } from './regrade-queries.ts';

/** One place of a drawn form. */
export type Place = { attemptId: string; position: number };

const at = ({ attemptId, position }: Place) =>
  and(eq(attemptItems.attemptId, attemptId), eq(attemptItems.position, position));

/** Joins the response at a place. */
export const atSamePlace = and(
  eq(responses.attemptId, attemptItems.attemptId),
  eq(responses.position, attemptItems.position)
);

/** A place with its response and the regrade in force. */
export const placeColumns = {
  position: attemptItems.position,
  itemVersionId: attemptItems.itemVersionId,
  optionOrder: attemptItems.optionOrder,
  targetOrder: attemptItems.targetOrder,
  flagged: attemptItems.flagged,
  ruledOut: attemptItems.ruledOut,
  response: responses.response,
  correct: responses.correct,
  sequence: responses.sequence,
  idempotencyKey: responses.idempotencyKey,
  answeredAt: responses.answeredAt,
  /** The regrade of the item version that is in force; null: none is. */
  regrade: regradeColumns
};

/** Writes the drawn form, position 1 first. */
export async function insertAttemptItems(
  tx: Executor,
  { attemptId, form }: { attemptId: string; form: DrawnItem[] }
): Promise<void> {
  const rows = form.map(({ versionId, optionOrder, targetOrder }, index) => ({
    attemptId,
    position: index + 1,
    itemVersionId: versionId,
    optionOrder,
    targetOrder
  }));
  await tx.insert(attemptItems).values(rows);
}

export type PlaceRow = Awaited<ReturnType<typeof listPlaces>>[number];

/** All places of a form with their responses, in order. Without a response its columns are null. */
export function listPlaces(db: Executor, attemptId: string) {
  return db
    .select(placeColumns)
    .from(attemptItems)
    .leftJoin(responses, atSamePlace)
    .leftJoin(regrades, inForceAtPlace)
    .where(eq(attemptItems.attemptId, attemptId))
    .orderBy(asc(attemptItems.position));
}

/** One place with its response, or null where the form has no such position. */
export async function selectOptionalPlace(db: Executor, place: Place) {
  const [row] = await db
    .select(placeColumns)
    .from(attemptItems)
    .leftJoin(responses, atSamePlace)
    .leftJoin(regrades, inForceAtPlace)
    .where(at(place));
  return row ?? null;
}

/** Sets or takes away the flag at a place. */
export async function updateFlagged(tx: Executor, mark: Place & { flagged: boolean }): Promise<void> {
  await tx.update(attemptItems).set({ flagged: mark.flagged }).where(at(mark));
}

/** `ruledOut`: authored ids of options. */
export async function updateRuledOut(tx: Executor, mark: Place & { ruledOut: string[] }): Promise<void> {
  await tx.update(attemptItems).set({ ruledOut: mark.ruledOut }).where(at(mark));
}

/** Every item that the person met in this assessment, oldest attempt first; `correct` is null where unanswered. */
export function listPastItems(db: Executor, which: { assessmentId: string; personId: string }) {
  return db
    .select({ itemId: itemVersions.itemId, flagged: attemptItems.flagged, correct: responses.correct })
    .from(attempts)
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptItems.itemVersionId))
    .leftJoin(responses, atSamePlace)
    .where(and(eq(attempts.assessmentId, which.assessmentId), eq(attempts.personId, which.personId)))
    .orderBy(asc(attempts.ordinal), asc(attemptItems.position));
}

/** Items in open forms of the person whose feedback does not follow at once: their keys stay closed everywhere. */
export function listItemsUnderTest(db: Executor, personId: string) {
  return db
    .selectDistinct({ itemId: itemVersions.itemId })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(attemptItems, eq(attemptItems.attemptId, attempts.id))
    .innerJoin(itemVersions, eq(itemVersions.id, attemptItems.itemVersionId))
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.state, 'in-progress'),
        ne(assessments.feedback, 'after-each-item')
      )
    );
}
