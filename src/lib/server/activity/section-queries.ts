import { and, asc, eq, gt, inArray, max, ne, sql } from 'drizzle-orm';
import type { SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionObjectives, activityVersionReferences } from '../db/schema/activity.ts';
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

/** The figures of a section. */
export function listFiguresOfSection(db: Executor, sectionId: string) {
  const { figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ figureId, alt, caption, svg })
    .from(lessonFigures)
    .where(eq(lessonFigures.sectionId, sectionId));
}

/** The ids of figures that stand in other sections of the lesson. */
export async function listFigureIdsElsewhere(
  db: Executor,
  { lessonId, sectionId }: { lessonId: string; sectionId: string }
): Promise<string[]> {
  const rows = await db
    .select({ figureId: lessonFigures.figureId })
    .from(lessonFigures)
    .innerJoin(lessonSections, eq(lessonSections.id, lessonFigures.sectionId))
    .where(and(eq(lessonSections.lessonId, lessonId), ne(lessonSections.id, sectionId)));
  return rows.map(({ figureId }) => figureId);
}

/** The mentions of a section in reading order. */
export function listMentionsOfSection(db: Executor, sectionId: string) {
  const { position, referenceId, locator, passage, passageKind } = lessonCitations;
  return db
    .select({ citationKey: references.citationKey, locator, passage, passageKind })
    .from(lessonCitations)
    .innerJoin(references, eq(references.id, referenceId))
    .where(eq(lessonCitations.sectionId, sectionId))
    .orderBy(asc(position));
}

/** Writes the text of a section under its next revision. */
export async function updateSectionText(
  tx: Executor,
  section: {
    id: string;
    markdown: string;
    source: string;
    revision: number;
    updatedAt: Date;
    updatedBy: string;
  }
): Promise<void> {
  const { id, ...text } = section;
  await tx.update(lessonSections).set(text).where(eq(lessonSections.id, id));
}

/** Writes the mentions of a section anew. */
export async function replaceMentions(
  tx: Executor,
  sectionId: string,
  rows: (typeof lessonCitations.$inferInsert)[]
): Promise<void> {
  await tx.delete(lessonCitations).where(eq(lessonCitations.sectionId, sectionId));
  if (rows.length > 0) await tx.insert(lessonCitations).values(rows);
}

/** Writes figures of a section; where `svg` is null the drawing that is there stays. */
export async function upsertFigures(
  tx: Executor,
  sectionId: string,
  figures: { figureId: string; alt: string; caption: string; svg: string | null }[]
): Promise<void> {
  if (figures.length === 0) return;
  const { figureId, svg } = lessonFigures;
  await tx
    .insert(lessonFigures)
    .values(figures.map((figure) => ({ ...figure, sectionId, svg: figure.svg ?? '' })))
    .onConflictDoUpdate({
      target: [lessonFigures.sectionId, figureId],
      set: {
        alt: sql`excluded.alt`,
        caption: sql`excluded.caption`,
        svg: sql`case when excluded.svg = '' then ${svg} else excluded.svg end`
      }
    });
}

/** Puts references at the end of the version's list, if they are not on it. */
export async function appendReferences(
  tx: Executor,
  { activityVersionId, referenceIds }: { activityVersionId: string; referenceIds: string[] }
): Promise<void> {
  const list = activityVersionReferences;
  const [{ last } = { last: null }] = await tx
    .select({ last: max(list.number) })
    .from(list)
    .where(eq(list.activityVersionId, activityVersionId));
  const rows = referenceIds.map((referenceId, index) => ({
    activityVersionId,
    referenceId,
    number: (last ?? 0) + index + 1
  }));
  if (rows.length > 0) await tx.insert(list).values(rows);
}

/** Which of the references the list of the version holds. */
export async function listListedIds(db: Executor, activityVersionId: string): Promise<string[]> {
  const list = activityVersionReferences;
  const rows = await db
    .select({ referenceId: list.referenceId })
    .from(list)
    .where(eq(list.activityVersionId, activityVersionId));
  return rows.map(({ referenceId }) => referenceId);
}
