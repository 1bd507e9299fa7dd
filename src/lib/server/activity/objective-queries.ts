import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { ObjectiveEntry, ObjectiveUses } from '#lib/domain/activity/objective-list.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionObjectives, activityVersions } from '../db/schema/activity.ts';
import { objectives } from '../db/schema/question-bank.ts';

/** The objectives of a version in order. */
export function listVersionObjectives(db: Executor, versionId: string): Promise<ObjectiveEntry[]> {
  return db
    .select({ id: objectives.id, code: objectives.code, wording: activityVersionObjectives.wording })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, activityVersionObjectives.objectiveId))
    .where(eq(activityVersionObjectives.activityVersionId, versionId))
    .orderBy(asc(activityVersionObjectives.position));
}

/** The codes of the objectives that any version of the activity states: a code means one objective for good. */
export async function listCodesEver(db: Executor, versionId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ code: objectives.code })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, activityVersionObjectives.objectiveId))
    .innerJoin(activityVersions, eq(activityVersions.id, activityVersionObjectives.activityVersionId))
    .where(
      sql`${activityVersions.activityId} = (select v.activity_id from activity_versions v where v.id = ${versionId})`
    );
  return rows.map(({ code }) => code);
}

/** How often each objective of a version is used by its sections, its blueprints and the newest versions of its items. */
export function listObjectiveUses(db: Executor, versionId: string): Promise<ObjectiveUses[]> {
  const o = activityVersionObjectives;
  return (
    db
      .select({
        objectiveId: o.objectiveId,
        sections: sql<number>`(select count(*)::int from lesson_section_objectives so
        join lesson_sections s on s.id = so.section_id join activity_versions v on v.lesson_id = s.lesson_id
        where v.id = ${o.activityVersionId} and so.objective_id = ${o.objectiveId})`,
        cells: sql<number>`(select count(*)::int from blueprint_cells c join assessments a on a.id = c.assessment_id
        where a.activity_version_id = ${o.activityVersionId} and c.objective_id = ${o.objectiveId})`,
        items: sql<number>`(select count(*)::int from items i
        join lateral (select objective_id from item_versions n where n.item_id = i.id
          order by n.version desc limit 1) newest on newest.objective_id = ${o.objectiveId}
        where i.bank_id in (select a.bank_id from assessments a where a.activity_version_id = ${o.activityVersionId}))`
      })
      .from(o)
      // Only in a join does drizzle name the table of a column, which the queries inside need.
      .innerJoin(objectives, eq(objectives.id, o.objectiveId))
      .where(eq(o.activityVersionId, versionId))
  );
}

/** Replaces the list of a draft; objectives that are new are made. */
export async function replaceObjectives(
  tx: Executor,
  input: { activityVersionId: string; entries: ObjectiveEntry[] }
): Promise<void> {
  const { activityVersionId, entries } = input;
  const known = await tx
    .select({ id: objectives.id })
    .from(objectives)
    .where(
      inArray(
        objectives.id,
        entries.map(({ id }) => id)
      )
    );
  const added = entries.filter((entry) => !known.some(({ id }) => id === entry.id));
  if (added.length > 0) await tx.insert(objectives).values(added.map(({ id, code }) => ({ id, code })));
  await tx
    .delete(activityVersionObjectives)
    .where(eq(activityVersionObjectives.activityVersionId, activityVersionId));
  const rows = entries.map(({ id, wording }, index) => ({
    activityVersionId,
    objectiveId: id,
    position: index + 1,
    wording
  }));
  if (rows.length > 0) await tx.insert(activityVersionObjectives).values(rows);
}
