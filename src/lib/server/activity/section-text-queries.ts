import { and, asc, eq, max, ne, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { lessonCitations, lessonFigures, lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';

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
