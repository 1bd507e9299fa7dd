import { rebuildSource } from '#lib/domain/lesson/rebuild-source.ts';
import type { CitationDetail, SectionPart } from '#lib/domain/interchange/package-parts.ts';
import type { Executor } from '../db/index.ts';
import { readSectionMarkdown } from '../lesson/read-section-markdown.ts';
import { listFiguresOfLesson, listSectionTexts } from '../lesson/section-text-queries.ts';
import { listLessonCitations, listSectionObjectives } from './export-lesson-queries.ts';

type Lesson = { lessonId: string; objectiveIds: string[] };

/** Of each reference that a section cites, the details of its first mention. */
function detailsOf(mentions: CitationDetail[]): CitationDetail[] {
  const first = new Map<string, CitationDetail>();
  for (const { citationKey, locator, passage, passageKind } of mentions) {
    if (!first.has(citationKey)) first.set(citationKey, { citationKey, locator, passage, passageKind });
  }
  return [...first.values()];
}

/** The sections of a lesson as a package holds them. `objectiveIds`: of the activity version, in its order. */
export async function exportLesson(db: Executor, { lessonId, objectiveIds }: Lesson): Promise<SectionPart[]> {
  const sections = await listSectionTexts(db, lessonId);
  const objectives = Map.groupBy(await listSectionObjectives(db, lessonId), ({ sectionId }) => sectionId);
  const figures = Map.groupBy(await listFiguresOfLesson(db, lessonId), ({ sectionId }) => sectionId);
  const citations = Map.groupBy(await listLessonCitations(db, lessonId), ({ sectionId }) => sectionId);
  return sections.map(({ id, slug, title, minutes, markdown, source }) => {
    const own = figures.get(id) ?? [];
    const text = source ?? rebuildSource(markdown, own);
    const shown = new Set(readSectionMarkdown(text).figures.map((figure) => figure.id));
    const codes = objectiveIds.flatMap((wanted) =>
      (objectives.get(id) ?? []).filter(({ objectiveId }) => objectiveId === wanted).map(({ code }) => code)
    );
    return {
      slug,
      title,
      minutes,
      objectives: codes,
      source: text,
      citations: detailsOf(citations.get(id) ?? []),
      figures: own.filter(({ figureId }) => shown.has(figureId))
    };
  });
}
