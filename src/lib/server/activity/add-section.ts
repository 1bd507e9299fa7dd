import { keptSource, type SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import { sectionSlug } from '#lib/domain/lesson/section-slug.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { editLesson, writeObjectives, type LessonEdit, type LessonProblem } from './edit-lesson.ts';
import { insertSection } from './section-queries.ts';

/** Adds an empty section at the end of a draft's lesson. */
export function addSection(
  db: Executor,
  input: LessonEdit & { facts: SectionFacts }
): Promise<Result<{ sectionId: string }, LessonProblem>> {
  const { activityVersionId, lessonId, actorId, now, facts } = input;
  return editLesson(db, input, {
    verb: 'add-section',
    apply: async (tx, places) => {
      const sectionId = crypto.randomUUID();
      await insertSection(tx, {
        id: sectionId,
        lessonId,
        slug: sectionSlug(
          facts.title,
          places.map(({ slug }) => slug)
        ),
        position: (places.at(-1)?.position ?? 0) + 1,
        title: facts.title,
        minutes: facts.minutes,
        markdown: '\n',
        source: keptSource(''),
        updatedAt: now,
        updatedBy: actorId
      });
      await writeObjectives(tx, { activityVersionId, sectionId, ...facts });
      return { sectionId };
    }
  });
}
