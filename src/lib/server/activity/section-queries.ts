import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionObjectives } from '../db/schema/activity.ts';
import { profiles } from '../db/schema/identity.ts';
import {
  lessonCitations,
  lessonFigures,
  lessonSectionObjectives,
  lessonSections
} from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';
import { personName } from '../question-bank/person-name-queries.ts';

/** Slugs and places of the sections of a lesson, in their order. */
export function listSectionPlaces(db: Executor, lessonId: string) {
  const { id, slug, position } = lessonSections;
  return db
    .select({ id, slug, position })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(position));
}

/** The objectives of all sections of a lesson. */
export function listObjectivesOfSections(db: Executor, lessonId: string) {
  const { sectionId, objectiveId } = lessonSectionObjectives;
  return db
    .select({ sectionId, objectiveId })
    .from(lessonSectionObjectives)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
    .where(eq(lessonSections.lessonId, lessonId));
}

/** The retracted references that the sections of a lesson cite. */
export function listRetractedOfSections(db: Executor, lessonId: string) {
  return db
    .selectDistinct({ sectionId: lessonCitations.sectionId, citationKey: references.citationKey })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonCitations.sectionId))
    .innerJoin(references, eq(references.id, lessonCitations.referenceId))
    .where(and(eq(lessonSections.lessonId, lessonId), eq(references.status, 'retracted')));
}

/** The ids of those of the objectives that the version states. */
export async function listStatedObjectives(
  db: Executor,
  { activityVersionId, ids }: { activityVersionId: string; ids: string[] }
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { objectiveId } = activityVersionObjectives;
  const rows = await db
    .select({ objectiveId })
    .from(activityVersionObjectives)
    .where(
      and(eq(activityVersionObjectives.activityVersionId, activityVersionId), inArray(objectiveId, ids))
    );
  return rows.map((row) => row.objectiveId);
}

/** Adds an empty section. */
export async function insertSection(tx: Executor, row: typeof lessonSections.$inferInsert): Promise<void> {
  await tx.insert(lessonSections).values(row);
}

/** Gives a section these objectives and no others. */
export async function replaceSectionObjectives(
  tx: Executor,
  sectionId: string,
  objectiveIds: string[]
): Promise<void> {
  await tx.delete(lessonSectionObjectives).where(eq(lessonSectionObjectives.sectionId, sectionId));
  const rows = objectiveIds.map((objectiveId) => ({ sectionId, objectiveId }));
  if (rows.length > 0) await tx.insert(lessonSectionObjectives).values(rows);
}

/** Title, minutes and objectives of a section, or null. */
export async function selectOptionalFacts(db: Executor, sectionId: string): Promise<SectionFacts | null> {
  const { id, title, minutes } = lessonSections;
  const [section] = await db.select({ title, minutes }).from(lessonSections).where(eq(id, sectionId));
  const { objectiveId } = lessonSectionObjectives;
  const rows = await db
    .select({ objectiveId })
    .from(lessonSectionObjectives)
    .where(eq(lessonSectionObjectives.sectionId, sectionId));
  return section ? { ...section, objectiveIds: rows.map((row) => row.objectiveId) } : null;
}

/** Writes title and minutes of a section. */
export async function updateSectionFacts(
  tx: Executor,
  section: { id: string; title: string; minutes: number }
): Promise<void> {
  const { id, title, minutes } = section;
  await tx.update(lessonSections).set({ title, minutes }).where(eq(lessonSections.id, id));
}

/** Lets two sections of a lesson change places. No two may ever stand at one place, so one steps aside first. */
export async function updateSwappedPlaces(
  tx: Executor,
  one: { id: string; position: number },
  other: { id: string; position: number }
): Promise<void> {
  const put = (id: string, position: number) =>
    tx.update(lessonSections).set({ position }).where(eq(lessonSections.id, id));
  await put(one.id, -1);
  await put(other.id, one.position);
  await put(one.id, other.position);
}

/** Removes a section with its parts; those behind it move up. */
export async function deleteSection(
  tx: Executor,
  { id, lessonId, position }: { id: string; lessonId: string; position: number }
): Promise<void> {
  await tx.delete(lessonCitations).where(eq(lessonCitations.sectionId, id));
  await tx.delete(lessonFigures).where(eq(lessonFigures.sectionId, id));
  await tx.delete(lessonSectionObjectives).where(eq(lessonSectionObjectives.sectionId, id));
  await tx.delete(lessonSections).where(eq(lessonSections.id, id));
  const isBehind = and(eq(lessonSections.lessonId, lessonId), gt(lessonSections.position, position));
  const move = (by: number) =>
    tx
      .update(lessonSections)
      .set({ position: sql`${lessonSections.position} + ${by}::integer` })
      .where(isBehind);
  await move(1_000_000);
  await move(-1_000_001);
}

/** A section of a lesson as it is stored, with who changed it last; null where the lesson has none with this slug. */
export async function selectOptionalSection(db: Executor, which: { lessonId: string; slug: string }) {
  const { id, slug, title, minutes, position, markdown, source, revision, updatedAt } = lessonSections;
  const [section] = await db
    .select({ id, slug, title, minutes, position, markdown, source, revision, updatedAt, byName: personName })
    .from(lessonSections)
    .leftJoin(profiles, eq(profiles.personId, lessonSections.updatedBy))
    .where(and(eq(lessonSections.lessonId, which.lessonId), eq(slug, which.slug)));
  return section ?? null;
}
