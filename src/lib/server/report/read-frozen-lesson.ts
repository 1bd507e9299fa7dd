import type { FrozenSection } from '#lib/domain/report/evidence/frozen-activity.ts';
import type { Executor } from '../db/index.ts';
import { listLessonCitations, listSectionObjectives } from '../interchange/export-lesson-queries.ts';
import { listFigures, listReadSections } from './evidence-lesson-queries.ts';

/** The lesson as it was published, each section with when the person first opened it until `until`. */
export async function readFrozenLesson(
  db: Executor,
  which: { lessonId: string; personId: string; until: Date }
): Promise<FrozenSection[]> {
  const { lessonId } = which;
  const objectives = await listSectionObjectives(db, lessonId);
  const citations = await listLessonCitations(db, lessonId);
  const figures = await listFigures(db, lessonId);
  return (await listReadSections(db, which)).map(({ id, openedAt, ...section }) => {
    const own = ({ sectionId }: { sectionId: string }) => sectionId === id;
    return {
      ...section,
      objectives: objectives
        .filter(own)
        .map(({ code }) => code)
        .toSorted(),
      figures: figures.filter(own).map(({ figure }) => figure),
      citations: citations.filter(own).map(({ citationKey, locator, passage, passageKind }) => ({
        citationKey,
        locator,
        passage,
        passageKind
      })),
      openedAt: openedAt?.toISOString() ?? null
    };
  });
}
