import type { SectionReading } from '#lib/domain/lesson/authored-section.ts';
import type { Executor } from '../db/index.ts';
import { findEditedSection } from './read-section-editor.ts';
import { readSectionText } from './read-section-text.ts';

/** What text that was typed for a section gives, as yet unsaved; null where the lesson has no such section. */
export async function readTypedText(
  db: Executor,
  typed: { activityVersionId: string; lessonId: string; slug: string; text: string }
): Promise<SectionReading | null> {
  const { activityVersionId, text } = typed;
  const section = await findEditedSection(db, typed);
  return section && readSectionText(db, { activityVersionId, sectionId: section.id, text });
}
