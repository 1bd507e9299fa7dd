import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { lessonCitations, lessonSectionObjectives, lessonSections } from '../db/schema/lesson.ts';
import { objectives } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** The objectives of each section. */
export function listSectionObjectives(db: Executor, lessonId: string) {
  const { sectionId, objectiveId } = lessonSectionObjectives;
  return db
    .select({ sectionId, objectiveId, code: objectives.code })
    .from(lessonSectionObjectives)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
    .innerJoin(objectives, eq(objectives.id, objectiveId))
    .where(eq(lessonSections.lessonId, lessonId));
}

/** The mentions of each section in reading order. */
export function listLessonCitations(db: Executor, lessonId: string) {
  const { sectionId, position, referenceId, locator, passage, passageKind } = lessonCitations;
  return db
    .select({ sectionId, citationKey: references.citationKey, locator, passage, passageKind })
    .from(lessonCitations)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
    .innerJoin(references, eq(references.id, referenceId))
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(lessonSections.position), asc(position));
}
