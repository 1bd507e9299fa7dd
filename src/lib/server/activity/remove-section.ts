import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { editLesson, type LessonEdit, type LessonProblem } from './edit-lesson.ts';
import { deleteSection } from './section-queries.ts';

/** Removes a section of a draft's lesson with its text and drawings. Published versions keep theirs. */
export function removeSection(
  db: Executor,
  input: LessonEdit & { sectionId: string }
): Promise<Result<{ sectionId: string }, LessonProblem>> {
  const { lessonId, sectionId } = input;
  return editLesson(db, input, {
    verb: 'remove-section',
    apply: async (tx, places) => {
      const section = places.find(({ id }) => id === sectionId);
      if (!section) return null;
      await deleteSection(tx, { id: sectionId, lessonId, position: section.position });
      return { sectionId };
    }
  });
}
