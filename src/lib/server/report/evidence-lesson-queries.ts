import { and, asc, eq, lte } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { lessonFigures, lessonSections, sectionProgress } from '../db/schema/lesson.ts';

/** The sections of a lesson in order, each with when the person first opened it until an instant. */
export function listReadSections(db: Executor, which: { lessonId: string; personId: string; until: Date }) {
  const { id, slug, title, minutes, markdown, lessonId, position } = lessonSections;
  const opened = and(
    eq(sectionProgress.sectionId, id),
    eq(sectionProgress.personId, which.personId),
    lte(sectionProgress.openedAt, which.until)
  );
  return db
    .select({ id, slug, title, minutes, markdown, openedAt: sectionProgress.openedAt })
    .from(lessonSections)
    .leftJoin(sectionProgress, opened)
    .where(eq(lessonId, which.lessonId))
    .orderBy(asc(position));
}

/** The drawings of a lesson. */
export function listFigures(db: Executor, lessonId: string) {
  const { sectionId, figureId, alt, caption, svg } = lessonFigures;
  return db
    .select({ sectionId, figure: { figureId, alt, caption, svg } })
    .from(lessonFigures)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionId))
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(lessonSections.position), asc(figureId));
}
