import { referenceUses } from '#lib/domain/lesson/reference-uses.ts';
import type { ReferenceEntry } from '#lib/domain/reference/numbered-reference.ts';
import type { Executor } from '../db/index.ts';
import { listNumberedReferences, listPracticeUses, listSectionUses } from './reference-queries.ts';

/** The reference list of an activity version, each entry with the places that lean on it. */
export async function readReferenceUses(
  db: Executor,
  which: { activityVersionId: string; lessonId: string; slug: string }
): Promise<ReferenceEntry[]> {
  const references = await listNumberedReferences(db, which.activityVersionId);
  const sections = await listSectionUses(db, which.lessonId);
  const practice = await listPracticeUses(db, which.activityVersionId);
  return referenceUses(references, { slug: which.slug, sections, practice });
}
