import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import {
  lessonCitations,
  lessonFigures,
  lessonSectionObjectives,
  lessonSections
} from '../db/schema/lesson.ts';
import { objectives } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** The sections of a lesson in their order, as they are stored. */
export function listStoredSections(db: Executor, lessonId: string) {
  const { id, slug, title, minutes, markdown, source, position } = lessonSections;
  return db
    .select({ id, slug, title, minutes, markdown, source })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(position));
}

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

/** The figures of each section. */
export function listLessonFigures(db: Executor, lessonId: string) {
  const { sectionId, figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ sectionId, figureId, alt, caption, svg })
    .from(lessonFigures)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
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
