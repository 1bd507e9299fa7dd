import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { lessonFigures, lessonSections, sectionProgress } from '../db/schema/lesson.ts';
import type { StoredFigure } from './insert-figures.ts';

/** The Markdown of a section. */
export async function selectMarkdown(db: Executor, sectionId: string): Promise<string> {
  const [section] = await db
    .select({ markdown: lessonSections.markdown })
    .from(lessonSections)
    .where(eq(lessonSections.id, sectionId));
  if (!section) throw new Error(`There is no lesson section ${sectionId}.`);
  return section.markdown;
}

/** The figures of a section. */
export async function listFigures(db: Executor, sectionId: string): Promise<StoredFigure[]> {
  const { figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ figureId, alt, caption, svg })
    .from(lessonFigures)
    .where(eq(lessonFigures.sectionId, sectionId));
}

/** Notes that the person opened the section; the first time counts. */
export async function insertSectionProgress(
  db: Executor,
  row: { personId: string; sectionId: string; openedAt: Date }
): Promise<void> {
  await db.insert(sectionProgress).values(row).onConflictDoNothing();
}

/** The slug of the furthest section that the person opened, or null. */
export async function selectOptionalFurthestSlug(
  db: Executor,
  which: { personId: string; lessonId: string }
): Promise<string | null> {
  const [furthest] = await db
    .select({ slug: lessonSections.slug })
    .from(sectionProgress)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionProgress.sectionId))
    .where(and(eq(sectionProgress.personId, which.personId), eq(lessonSections.lessonId, which.lessonId)))
    .orderBy(desc(lessonSections.position))
    .limit(1);
  return furthest?.slug ?? null;
}
