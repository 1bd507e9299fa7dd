import type { Executor } from '../db/index.ts';
import { selectOptionalFurthestSlug } from './queries.ts';

/**
 * The slug of the section where a reader goes on: the furthest that the person opened, else the first. Null where the
 * lesson has no section.
 */
export async function findSectionToOpen(
  db: Executor,
  which: { personId: string | null; lessonId: string; sections: { slug: string }[] }
): Promise<string | null> {
  const { personId, lessonId, sections } = which;
  const furthest = personId === null ? null : await selectOptionalFurthestSlug(db, { personId, lessonId });
  return furthest ?? sections[0]?.slug ?? null;
}
