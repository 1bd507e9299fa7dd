import type { Executor } from '../db/index.ts';
import {
  lessonCitations,
  lessonFigures,
  lessons,
  lessonSectionObjectives,
  lessonSections
} from '../db/schema/lesson.ts';

/** The rows of a lesson that is about to be written. */
export type LessonRows = {
  lesson: { id: string; createdAt: Date };
  sections: (typeof lessonSections.$inferInsert)[];
  objectives: (typeof lessonSectionObjectives.$inferInsert)[];
  figures: (typeof lessonFigures.$inferInsert)[];
  citations: (typeof lessonCitations.$inferInsert)[];
};

/** Writes a lesson with all of its parts. */
export async function insertLesson(tx: Executor, rows: LessonRows): Promise<void> {
  await tx.insert(lessons).values(rows.lesson);
  if (rows.sections.length > 0) await tx.insert(lessonSections).values(rows.sections);
  if (rows.objectives.length > 0) await tx.insert(lessonSectionObjectives).values(rows.objectives);
  if (rows.figures.length > 0) await tx.insert(lessonFigures).values(rows.figures);
  if (rows.citations.length > 0) await tx.insert(lessonCitations).values(rows.citations);
}
