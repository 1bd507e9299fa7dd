import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import type { SectionView } from '#lib/domain/lesson/section-view.ts';
import type { Executor } from '../db/index.ts';
import { readSection } from '../lesson/read-section.ts';
import { listNumberedReferences } from './reference-queries.ts';

/** A section of a published version of an activity, or null where the version has no such one. */
export async function readLessonSection(
  db: Executor,
  { activity, slug }: { activity: ActivityFacts; slug: string }
): Promise<SectionView | null> {
  if (!activity.sections.some((section) => section.slug === slug)) return null;
  const references = await listNumberedReferences(db, activity.activityVersionId);
  return readSection(db, { ...activity, references, slug });
}
