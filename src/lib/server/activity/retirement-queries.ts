import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import {
  activityVersions,
  assessmentFixedItems,
  assessments,
  blueprintCells
} from '../db/schema/activity.ts';
import { items, itemVersions, objectives } from '../db/schema/question-bank.ts';

/** The forms of live activities that draw from the bank of an item. */
export function listLiveForms(db: Executor, itemId: string) {
  return db
    .select({
      id: assessments.id,
      title: assessments.title,
      pretestItemsOnly: assessments.pretestItemsOnly,
      activityTitle: activityVersions.title
    })
    .from(assessments)
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .innerJoin(items, eq(items.bankId, assessments.bankId))
    .where(and(eq(items.id, itemId), eq(activityVersions.status, 'live')))
    .orderBy(activityVersions.title, assessments.kind);
}

/** The cells of their blueprints. */
export function listCellsOf(db: Executor, assessmentIds: string[]) {
  return db
    .select({
      assessmentId: blueprintCells.assessmentId,
      objectiveId: blueprintCells.objectiveId,
      code: objectives.code,
      difficulty: blueprintCells.difficulty,
      count: blueprintCells.count
    })
    .from(blueprintCells)
    .innerJoin(objectives, eq(objectives.id, blueprintCells.objectiveId))
    .where(inArray(blueprintCells.assessmentId, assessmentIds))
    .orderBy(objectives.code);
}

/** The items that every one of these forms holds. */
export function listFixedItemsOf(db: Executor, assessmentIds: string[]) {
  return db
    .select({ assessmentId: assessmentFixedItems.assessmentId, itemId: assessmentFixedItems.itemId })
    .from(assessmentFixedItems)
    .where(inArray(assessmentFixedItems.assessmentId, assessmentIds));
}

/** The live items of the bank that an item is in. */
export function listServableItems(db: Executor, itemId: string) {
  const bank = db.select({ bankId: items.bankId }).from(items).where(eq(items.id, itemId));
  return db
    .select({
      itemId: itemVersions.itemId,
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      usableInPretest: itemVersions.usableInPretest
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(inArray(items.bankId, bank), eq(itemVersions.status, 'live')));
}
