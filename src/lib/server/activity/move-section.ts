import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { editLesson, type LessonEdit, type LessonProblem } from './edit-lesson.ts';
import { updateSwappedPlaces } from './section-queries.ts';

/** Moves a section one place up (-1) or down (1); the first stays first, the last last. */
export function moveSection(
  db: Executor,
  input: LessonEdit & { sectionId: string; by: -1 | 1 }
): Promise<Result<{ sectionId: string }, LessonProblem>> {
  const { sectionId, by } = input;
  return editLesson(db, input, {
    verb: 'move-section',
    apply: async (tx, places) => {
      const index = places.findIndex(({ id }) => id === sectionId);
      const section = places[index];
      if (!section) return null;
      const neighbour = places[index + by];
      if (neighbour) await updateSwappedPlaces(tx, section, neighbour);
      return { sectionId };
    }
  });
}
