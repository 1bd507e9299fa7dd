import type { Executor } from '../db/index.ts';
import type { ActivityPackage } from './import-parse-package.ts';
import type { PackageIds } from './item-content.ts';
import { insertLesson, type LessonRows } from './lesson-queries.ts';

type Section = ActivityPackage['sections'][number];

function addSection(
  rows: LessonRows,
  section: Section,
  input: { ids: PackageIds; drawings: Map<string, string> }
): void {
  const { listing, markdown, front, source } = section;
  const sectionId = crypto.randomUUID();
  rows.sections.push({
    id: sectionId,
    lessonId: rows.lesson.id,
    slug: listing.slug,
    position: rows.sections.length + 1,
    title: listing.title,
    minutes: listing.minutes,
    markdown: markdown.markdown,
    source
  });
  const objectiveIds = new Set(front.objectives.map(input.ids.objectiveId));
  rows.objectives.push(...[...objectiveIds].map((objectiveId) => ({ sectionId, objectiveId })));
  for (const { id, alt, caption } of markdown.figures) {
    rows.figures.push({ sectionId, figureId: id, alt, caption, svg: input.drawings.get(id) ?? '' });
  }
  rows.citations.push(...citationRows(section, { sectionId, ids: input.ids }));
}

/** The mentions whose reference is known; a draft may cite what is not listed yet. */
function citationRows(
  { markdown, front }: Section,
  { sectionId, ids }: { sectionId: string; ids: PackageIds }
): LessonRows['citations'] {
  return markdown.citationKeys
    .flatMap((key) => {
      const referenceId = ids.optionalReferenceId(key);
      const detail = front.citations?.find(({ reference }) => reference === key);
      if (referenceId === null) return [];
      const { locator = null, passage } = detail ?? {};
      return { referenceId, locator, passage: passage?.text ?? null, passageKind: passage?.kind ?? null };
    })
    .map((row, index) => ({ ...row, sectionId, position: index + 1 }));
}

/** Writes the lesson of a package, inside the caller's transaction, and gives its id. */
export async function importLesson(
  tx: Executor,
  input: { package: ActivityPackage; ids: PackageIds; now: Date }
): Promise<string> {
  const lesson = { id: crypto.randomUUID(), createdAt: input.now };
  const rows: LessonRows = { lesson, sections: [], objectives: [], figures: [], citations: [] };
  for (const section of input.package.sections) {
    addSection(rows, section, { ids: input.ids, drawings: input.package.drawings });
  }
  await insertLesson(tx, rows);
  return lesson.id;
}
