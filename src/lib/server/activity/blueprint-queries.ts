import { and, asc, eq, inArray, sql, sum } from 'drizzle-orm';
import type { BlueprintSettings } from '#lib/domain/activity/blueprint-form.ts';
import type { Executor } from '../db/index.ts';
import { assessmentFixedItems, assessments, blueprintCells } from '../db/schema/activity.ts';
import { items, itemVersions, questionBanks } from '../db/schema/question-bank.ts';

const order = sql`array_position(array['pre-test', 'practice', 'assessment'], ${assessments.kind})`;

/** The assessments of a version with their settings, in the order in which a learner meets them. */
export function listBlueprints(db: Executor, activityVersionId: string) {
  return db
    .select({
      id: assessments.id,
      kind: assessments.kind,
      title: assessments.title,
      bankId: assessments.bankId,
      bankTitle: questionBanks.title,
      feedback: assessments.feedback,
      showsScore: assessments.showsScore,
      pretestItemsOnly: assessments.pretestItemsOnly,
      shuffleItems: assessments.shuffleItems,
      shuffleOptions: assessments.shuffleOptions,
      requiredForCompletion: assessments.requiredForCompletion,
      passingPercent: assessments.passingPercent,
      maxAttempts: assessments.maxAttempts
    })
    .from(assessments)
    .innerJoin(questionBanks, eq(questionBanks.id, assessments.bankId))
    .where(eq(assessments.activityVersionId, activityVersionId))
    .orderBy(order);
}

/** All cells of the blueprints of a version. */
export function listCells(db: Executor, activityVersionId: string) {
  return db
    .select({
      assessmentId: blueprintCells.assessmentId,
      objectiveId: blueprintCells.objectiveId,
      difficulty: blueprintCells.difficulty,
      count: blueprintCells.count
    })
    .from(blueprintCells)
    .innerJoin(assessments, eq(assessments.id, blueprintCells.assessmentId))
    .where(eq(assessments.activityVersionId, activityVersionId));
}

/** How many items the forms hold that a version requires for completion. */
export async function countRequiredItems(db: Executor, activityVersionId: string): Promise<number> {
  const [row] = await db
    .select({ items: sum(blueprintCells.count).mapWith(Number) })
    .from(blueprintCells)
    .innerJoin(assessments, eq(assessments.id, blueprintCells.assessmentId))
    .where(
      and(eq(assessments.activityVersionId, activityVersionId), eq(assessments.requiredForCompletion, true))
    );
  return row?.items ?? 0;
}

/** The fixed items of the assessments of a version. */
export function listFixedItems(db: Executor, activityVersionId: string) {
  return db
    .select({ assessmentId: assessmentFixedItems.assessmentId, itemId: assessmentFixedItems.itemId })
    .from(assessmentFixedItems)
    .innerJoin(assessments, eq(assessments.id, assessmentFixedItems.assessmentId))
    .where(eq(assessments.activityVersionId, activityVersionId));
}

/** The live items of the banks that a version draws on. */
export function listServableItems(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct({
      bankId: items.bankId,
      itemId: items.id,
      externalId: items.externalId,
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      usableInPretest: itemVersions.usableInPretest
    })
    .from(assessments)
    .innerJoin(items, eq(items.bankId, assessments.bankId))
    .innerJoin(itemVersions, and(eq(itemVersions.itemId, items.id), eq(itemVersions.status, 'live')))
    .where(eq(assessments.activityVersionId, activityVersionId))
    .orderBy(asc(items.externalId));
}

/** Items of the banks that were never live and are being written or reviewed, as their newest versions have them. */
export function listWaitingItems(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct({
      bankId: items.bankId,
      itemId: items.id,
      externalId: items.externalId,
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      usableInPretest: itemVersions.usableInPretest
    })
    .from(assessments)
    .innerJoin(items, eq(items.bankId, assessments.bankId))
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
    .where(
      and(
        eq(assessments.activityVersionId, activityVersionId),
        inArray(itemVersions.status, ['draft', 'changes-asked', 'in-review', 'approved']),
        sql`not exists (select from item_versions other where other.item_id = ${items.id}
          and (other.status = 'live' or other.version > ${itemVersions.version}))`
      )
    );
}

/** Writes settings, cells and fixed items of one assessment. */
export async function replaceBlueprint(
  tx: Executor,
  assessmentId: string,
  { cells, fixedItemIds, ...settings }: BlueprintSettings
): Promise<void> {
  await tx.update(assessments).set(settings).where(eq(assessments.id, assessmentId));
  await tx.delete(blueprintCells).where(eq(blueprintCells.assessmentId, assessmentId));
  await tx.insert(blueprintCells).values(cells.map((cell) => ({ assessmentId, ...cell })));
  await tx.delete(assessmentFixedItems).where(eq(assessmentFixedItems.assessmentId, assessmentId));
  const fixed = fixedItemIds.map((itemId) => ({ assessmentId, itemId }));
  if (fixed.length > 0) await tx.insert(assessmentFixedItems).values(fixed);
}
