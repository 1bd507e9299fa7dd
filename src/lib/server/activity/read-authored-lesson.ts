import type { AuthoredSection } from '#lib/domain/lesson/authored-section.ts';
import { measureSection } from '#lib/domain/lesson/reading-time.ts';
import type { Executor } from '../db/index.ts';
import { listSectionFaults } from '../lesson/list-section-faults.ts';
import { listSectionTexts } from '../lesson/section-text-queries.ts';
import { sectionBase } from './section-base.ts';
import { listObjectivesOfSections, listRetractedOfSections } from './section-queries.ts';

/** The sections of a lesson for its authors: facts, length, and what is wrong with them. */
export async function readAuthoredLesson(db: Executor, lessonId: string): Promise<AuthoredSection[]> {
  const sections = await listSectionTexts(db, lessonId);
  const faults = new Map(
    (await listSectionFaults(db, lessonId)).map(({ id, ...found }) => [id, found.faults])
  );
  const objectives = Map.groupBy(await listObjectivesOfSections(db, lessonId), ({ sectionId }) => sectionId);
  const retracted = Map.groupBy(await listRetractedOfSections(db, lessonId), ({ sectionId }) => sectionId);
  return sections.map(({ id, slug, title, minutes, markdown }) => {
    const objectiveIds = (objectives.get(id) ?? []).map(({ objectiveId }) => objectiveId);
    return {
      ...{ id, slug, title, minutes, objectiveIds },
      base: sectionBase({ title, minutes, objectiveIds }),
      load: measureSection(markdown),
      faults: faults.get(id)?.length ?? 0,
      retracted: (retracted.get(id) ?? []).map(({ citationKey }) => citationKey)
    };
  });
}
