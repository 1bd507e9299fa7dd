import { rebuildSource } from '#lib/domain/lesson/rebuild-source.ts';
import { listCurrentVersions } from '../activity/authoring-queries.ts';
import type { Executor } from '../db/index.ts';
import { listFiguresOfLesson, listSectionTexts } from '../lesson/section-text-queries.ts';
import type { ParsedSection } from './parse-section.ts';

/** A section of a package, compared with the one of this slug that learners see. */
export type SectionChange = { slug: string; title: string; outcome: 'added' | 'changed' | 'kept' };

/** The texts of the live lesson by slug. */
async function readLiveTexts(db: Executor, activityId: string): Promise<Map<string, string>> {
  const live = (await listCurrentVersions(db, activityId)).find(({ status }) => status === 'live');
  if (!live) return new Map();
  const figures = Map.groupBy(await listFiguresOfLesson(db, live.lessonId), ({ sectionId }) => sectionId);
  const sections = await listSectionTexts(db, live.lessonId);
  return new Map(
    sections.map(({ id, slug, source, markdown }) => [
      slug,
      source ?? rebuildSource(markdown, figures.get(id) ?? [])
    ])
  );
}

/** What is new, changed or the same in the lesson of a package. */
export async function compareSections(
  db: Executor,
  { activityId, sections }: { activityId: string; sections: ParsedSection[] }
): Promise<SectionChange[]> {
  const texts = await readLiveTexts(db, activityId);
  return sections.map(({ listing: { slug, title }, source }) => {
    const former = texts.get(slug);
    if (former === undefined) return { slug, title, outcome: 'added' };
    return { slug, title, outcome: former.trim() === source.trim() ? 'kept' : 'changed' };
  });
}
