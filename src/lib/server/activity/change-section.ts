import type { SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { editLesson, writeObjectives, type LessonEdit, type LessonProblem } from './edit-lesson.ts';
import { sectionBase } from './section-base.ts';
import { selectOptionalFacts, updateSectionFacts } from './section-queries.ts';

/**
 * Changes title, minutes and objectives of a section. Its address stays, so that links to it keep leading there. `base`
 * names the state that the form was filled in from.
 */
export function changeSection(
  db: Executor,
  input: LessonEdit & { sectionId: string; facts: SectionFacts; base: string }
): Promise<Result<{ sectionId: string }, LessonProblem>> {
  const { activityVersionId, sectionId, facts, base } = input;
  return editLesson(db, input, {
    verb: 'change-section',
    apply: async (tx, places) => {
      if (!places.some(({ id }) => id === sectionId)) return null;
      const theirs = await selectOptionalFacts(tx, sectionId);
      if (theirs === null || sectionBase(theirs) !== base) return 'changed-meanwhile';
      await updateSectionFacts(tx, { id: sectionId, title: facts.title, minutes: facts.minutes });
      await writeObjectives(tx, { activityVersionId, sectionId, ...facts });
      return { sectionId };
    }
  });
}
