import type { FrozenSection } from './frozen-activity.ts';

/** Sections as their authors wrote them, and their drawings, by paths in the archive. */
export function lessonFiles(lesson: FrozenSection[]): Map<string, string> {
  return new Map(
    lesson.flatMap(({ slug, markdown, figures }, index) => {
      const name = `lesson/${String(index + 1).padStart(2, '0')}-${slug}`;
      return [
        [`${name}.md`, markdown] as const,
        ...figures.map(({ figureId, svg }) => [`${name}-${figureId}.svg`, svg] as const)
      ];
    })
  );
}
