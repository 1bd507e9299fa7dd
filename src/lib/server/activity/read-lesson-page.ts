import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import type { SectionView } from '#lib/domain/lesson/section-view.ts';
import type { Executor } from '../db/index.ts';
import { readSection } from '../lesson/read-section.ts';
import { readActivity } from './read-activity.ts';
import { listNumberedReferences } from './reference-queries.ts';

export type LessonPage = { activity: ActivityFacts; section: SectionView };

/** A section of the live version of an activity, with the activity, or null where there is no such one. */
export async function readLessonPage(
  db: Executor,
  which: { slug: string; section: string }
): Promise<LessonPage | null> {
  const activity = await readActivity(db, which.slug);
  if (activity === null || !activity.sections.some(({ slug }) => slug === which.section)) return null;
  const references = await listNumberedReferences(db, activity.activityVersionId);
  const section = await readSection(db, { ...activity, references, slug: which.section });
  return section && { activity, section };
}
