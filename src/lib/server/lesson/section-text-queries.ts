import { asc, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { lessonFigures, lessonSections } from '../db/schema/lesson.ts';
import { references } from '../db/schema/reference.ts';

/** The sections of a lesson in their order, as they are stored. */
export function listSectionTexts(db: Executor, lessonId: string) {
  const { id, slug, title, minutes, position, markdown, source } = lessonSections;
  return db
    .select({ id, slug, title, minutes, markdown, source })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(position));
}

/** The figures of all sections of a lesson. */
export function listFiguresOfLesson(db: Executor, lessonId: string) {
  const { sectionId, figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ sectionId, figureId, alt, caption, svg })
    .from(lessonFigures)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
    .where(eq(lessonSections.lessonId, lessonId));
}

/** Which of these keys the library holds. */
export async function listKnownKeys(db: Executor, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: references.citationKey })
    .from(references)
    .where(inArray(references.citationKey, keys));
  return new Set(rows.map(({ key }) => key));
}
