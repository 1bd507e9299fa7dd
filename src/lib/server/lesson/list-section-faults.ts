import { editedText, type TextFault } from '#lib/domain/lesson/authored-section.ts';
import { rebuildSource } from '#lib/domain/lesson/rebuild-source.ts';
import { citationKeys } from '#lib/domain/reference/citation-marks.ts';
import type { Executor } from '../db/index.ts';
import { collectSectionFaults } from './collect-section-faults.ts';
import { listFiguresOfLesson, listKnownKeys, listSectionTexts } from './section-text-queries.ts';

export type SectionFaults = { id: string; slug: string; title: string; faults: TextFault[] };

/** Each section of a lesson, in order, with what is wrong in its text. A lesson with any fault is not released. */
export async function listSectionFaults(db: Executor, lessonId: string): Promise<SectionFaults[]> {
  const figures = Map.groupBy(await listFiguresOfLesson(db, lessonId), ({ sectionId }) => sectionId);
  const sections = (await listSectionTexts(db, lessonId)).map(({ id, slug, title, markdown, source }) => ({
    ...{ id, slug, title },
    text: editedText(source ?? rebuildSource(markdown, figures.get(id) ?? []))
  }));
  const known = await listKnownKeys(db, [...new Set(sections.flatMap(({ text }) => citationKeys(text)))]);
  return sections.map(({ text, ...section }) => {
    const drawn = (figures.get(section.id) ?? []).filter(({ svg }) => svg !== '');
    const drawnFigures = new Set(drawn.map(({ figureId }) => figureId));
    return { ...section, faults: collectSectionFaults(text, { citationKeys: known, drawnFigures }) };
  });
}
