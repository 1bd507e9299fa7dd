import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
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
import { evaluationForms } from '../db/schema/evaluation.ts';
import { auditEvents } from '../db/schema/identity.ts';
import { objectives } from '../db/schema/question-bank.ts';

/** Any number, as long as every process uses the same. */
const IMPORT_LOCK = 7_203_115;

/** Lets one import at a time write; the lock ends with the transaction. */
export async function lockImports(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

/** The id of the activity with this slug, or null. */
export async function selectOptionalActivityId(db: Executor, slug: string): Promise<string | null> {
  const [activity] = await db.select({ id: activities.id }).from(activities).where(eq(activities.slug, slug));
  return activity?.id ?? null;
}

/** Whether the database holds an activity, whichever. */
export async function selectHasActivities(db: Executor): Promise<boolean> {
  const found = await db.select({ id: activities.id }).from(activities).limit(1);
  return found.length > 0;
}

/** Writes an activity, as yet without a version. */
export async function insertActivity(
  tx: Executor,
  row: { id: string; slug: string; createdAt: Date }
): Promise<void> {
  await tx.insert(activities).values(row);
}

/** The id of the version of the activity with this label, or null. */
export async function selectOptionalVersionId(
  db: Executor,
  activity: { id: string; version: string }
): Promise<string | null> {
  const [found] = await db
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .where(and(eq(activityVersions.activityId, activity.id), eq(activityVersions.version, activity.version)));
  return found?.id ?? null;
}

/** The details of the newest audit row of this action on this subject, or null. */
export async function selectOptionalAuditDetail(
  db: Executor,
  event: { action: string; subjectId: string }
): Promise<Record<string, unknown> | null> {
  const [found] = await db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(and(eq(auditEvents.action, event.action), eq(auditEvents.subjectId, event.subjectId)))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return found?.detail ?? null;
}

/** The objectives that any version of the activity states, by code. */
export async function listObjectives(
  db: Executor,
  activityId: string
): Promise<{ id: string; code: string }[]> {
  return db
    .selectDistinct({ id: objectives.id, code: objectives.code })
    .from(objectives)
    .innerJoin(activityVersionObjectives, eq(activityVersionObjectives.objectiveId, objectives.id))
    .innerJoin(activityVersions, eq(activityVersions.id, activityVersionObjectives.activityVersionId))
    .where(eq(activityVersions.activityId, activityId));
}

/** Writes objectives; their wording is written with the activity version. */
export async function insertObjectives(tx: Executor, rows: { id: string; code: string }[]): Promise<void> {
  if (rows.length > 0) await tx.insert(objectives).values(rows);
}

type Statement = { mode: string; label: string; statement: string };

/** The statement without a provider that reads exactly so, or null. */
export async function selectOptionalStatementId(db: Executor, wanted: Statement): Promise<string | null> {
  const table = accreditationStatements;
  const [found] = await db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.mode, wanted.mode),
        eq(table.label, wanted.label),
        eq(table.statement, wanted.statement),
        isNull(table.providerName)
      )
    )
    .limit(1);
  return found?.id ?? null;
}

/** Writes an accreditation statement without a provider. */
export async function insertStatement(
  tx: Executor,
  row: Statement & { id: string; createdAt: Date }
): Promise<void> {
  await tx.insert(accreditationStatements).values(row);
}

/** The rows of an activity version that is about to be written. */
export type ActivityVersionRows = {
  version: typeof activityVersions.$inferInsert;
  objectives: (typeof activityVersionObjectives.$inferInsert)[];
  references: (typeof activityVersionReferences.$inferInsert)[];
  disclosures: (typeof facultyDisclosures.$inferInsert)[];
  relationships: (typeof financialRelationships.$inferInsert)[];
  assessments: (typeof assessments.$inferInsert)[];
  cells: (typeof blueprintCells.$inferInsert)[];
  fixedItems: (typeof assessmentFixedItems.$inferInsert)[];
  evaluation: EvaluationForm;
};

/** Writes a draft version with all of its parts. */
export async function insertActivityVersion(tx: Executor, rows: ActivityVersionRows): Promise<void> {
  await tx.insert(activityVersions).values(rows.version);
  if (rows.objectives.length > 0) await tx.insert(activityVersionObjectives).values(rows.objectives);
  if (rows.references.length > 0) await tx.insert(activityVersionReferences).values(rows.references);
  if (rows.disclosures.length > 0) await tx.insert(facultyDisclosures).values(rows.disclosures);
  if (rows.relationships.length > 0) await tx.insert(financialRelationships).values(rows.relationships);
  if (rows.assessments.length > 0) await tx.insert(assessments).values(rows.assessments);
  if (rows.cells.length > 0) await tx.insert(blueprintCells).values(rows.cells);
  if (rows.fixedItems.length > 0) await tx.insert(assessmentFixedItems).values(rows.fixedItems);
  await tx.insert(evaluationForms).values({ activityVersionId: rows.version.id, form: rows.evaluation });
}

/** The label of the open draft of the activity, or null. */
export async function selectOptionalDraftLabel(db: Executor, activityId: string): Promise<string | null> {
  const [found] = await db
    .select({ version: activityVersions.version })
    .from(activityVersions)
    .where(and(eq(activityVersions.activityId, activityId), eq(activityVersions.status, 'draft')));
  return found?.version ?? null;
}

/** Lists who brought the draft in: they control its content, and disclose before it is released. */
export async function insertImporter(
  tx: Executor,
  row: { activityVersionId: string; personId: string; firstAt: Date }
): Promise<void> {
  await tx.insert(activityEditors).values(row);
  await tx
    .update(activityVersions)
    .set({ updatedAt: row.firstAt, updatedBy: row.personId })
    .where(eq(activityVersions.id, row.activityVersionId));
}

/** Retires the live version of the activity, if there is one, and publishes this draft. */
export async function updateVersionToLive(
  tx: Executor,
  version: { id: string; activityId: string; now: Date }
): Promise<void> {
  await tx
    .update(activityVersions)
    .set({ status: 'retired' })
    .where(and(eq(activityVersions.activityId, version.activityId), eq(activityVersions.status, 'live')));
  await tx
    .update(activityVersions)
    .set({ status: 'live', publishedAt: version.now })
    .where(eq(activityVersions.id, version.id));
}
