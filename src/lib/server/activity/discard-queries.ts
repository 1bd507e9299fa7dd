import { eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityCertificateImages } from '../db/schema/activity-accreditation.ts';
import {
  activities,
  activityVersionObjectives,
  activityVersionReferences,
  activityVersions,
  assessmentFixedItems,
  assessments,
  blueprintCells
} from '../db/schema/activity.ts';
import {
  activityEditors,
  facultyDisclosures,
  financialRelationships
} from '../db/schema/activity-disclosure.ts';
import {
  lessonCitations,
  lessonFigures,
  lessons,
  lessonSectionObjectives,
  lessonSections
} from '../db/schema/lesson.ts';
import { activityTeam } from '../db/schema/activity-team.ts';
import { items, questionBanks } from '../db/schema/question-bank.ts';

/** Ids of the banks that a version draws on, and how many items they hold. */
export async function selectBankContents(db: Executor, activityVersionId: string) {
  const rows = await db
    .selectDistinct({ bankId: assessments.bankId })
    .from(assessments)
    .where(eq(assessments.activityVersionId, activityVersionId));
  const bankIds = rows.map(({ bankId }) => bankId);
  return { bankIds, items: await db.$count(items, inArray(items.bankId, bankIds)) };
}

async function deleteLesson(tx: Executor, lessonId: string): Promise<void> {
  const sections = tx
    .select({ id: lessonSections.id })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId));
  for (const parts of [lessonSectionObjectives, lessonFigures, lessonCitations]) {
    await tx.delete(parts).where(inArray(parts.sectionId, sections));
  }
  await tx.delete(lessonSections).where(eq(lessonSections.lessonId, lessonId));
  await tx.delete(lessons).where(eq(lessons.id, lessonId));
}

/** Removes a draft with all of its parts; the database refuses it for a version that was published. */
export async function deleteVersion(
  tx: Executor,
  { versionId, lessonId }: { versionId: string; lessonId: string }
): Promise<void> {
  const own = tx
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.activityVersionId, versionId));
  await tx.delete(blueprintCells).where(inArray(blueprintCells.assessmentId, own));
  await tx.delete(assessmentFixedItems).where(inArray(assessmentFixedItems.assessmentId, own));
  await tx.execute(sql`delete from evaluation_forms where activity_version_id = ${versionId}`);
  await tx.execute(sql`delete from activity_credit_offers where activity_version_id = ${versionId}`);
  const parts = [financialRelationships, facultyDisclosures, activityEditors, assessments] as const;
  const lists = [activityVersionObjectives, activityVersionReferences, activityCertificateImages] as const;
  for (const table of [...parts, ...lists]) {
    await tx.delete(table).where(eq(table.activityVersionId, versionId));
  }
  await tx.delete(activityVersions).where(eq(activityVersions.id, versionId));
  await deleteLesson(tx, lessonId);
}

/** Removes an activity that has no version, with its team, and its banks, which hold no item. */
export async function deleteActivity(
  tx: Executor,
  { activityId, bankIds }: { activityId: string; bankIds: string[] }
): Promise<void> {
  await tx.delete(questionBanks).where(inArray(questionBanks.id, bankIds));
  await tx.delete(activityTeam).where(eq(activityTeam.activityId, activityId));
  await tx.delete(activities).where(eq(activities.id, activityId));
}
