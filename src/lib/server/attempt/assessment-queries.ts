import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { assessmentFixedItems, assessments, blueprintCells } from '../db/schema/activity.ts';

/** From which bank, and which of its items, a form is drawn. */
export async function selectSource(db: Executor, assessmentId: string) {
  const [row] = await db
    .select({
      bankId: assessments.bankId,
      pretestItemsOnly: assessments.pretestItemsOnly,
      shuffleItems: assessments.shuffleItems,
      shuffleOptions: assessments.shuffleOptions
    })
    .from(assessments)
    .where(eq(assessments.id, assessmentId));
  if (!row) throw new Error(`There is no assessment ${assessmentId}`);
  return row;
}

/** The cells of a blueprint. The order is fixed, because a drawing by seed depends on it. */
export function listCells(db: Executor, assessmentId: string) {
  return db
    .select({
      objectiveId: blueprintCells.objectiveId,
      difficulty: blueprintCells.difficulty,
      count: blueprintCells.count
    })
    .from(blueprintCells)
    .where(eq(blueprintCells.assessmentId, assessmentId))
    .orderBy(asc(blueprintCells.objectiveId), asc(blueprintCells.difficulty));
}

/** Items that every form of the assessment holds. */
export function listFixedItems(db: Executor, assessmentId: string) {
  return db
    .select({ itemId: assessmentFixedItems.itemId })
    .from(assessmentFixedItems)
    .where(eq(assessmentFixedItems.assessmentId, assessmentId))
    .orderBy(asc(assessmentFixedItems.itemId));
}
