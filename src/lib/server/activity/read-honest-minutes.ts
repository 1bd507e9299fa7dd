import { honestMinutes, type HonestMinutes } from '#lib/domain/activity/honest-minutes.ts';
import { measureSection, totalLoad } from '#lib/domain/lesson/reading-time.ts';
import type { Executor } from '../db/index.ts';
import { listSectionTexts } from '../lesson/section-text-queries.ts';
import { countRequiredItems } from './blueprint-queries.ts';

/** What a version takes a learner, measured on its lesson and its required forms. */
export async function readHonestMinutes(
  db: Executor,
  { versionId, lessonId }: { versionId: string; lessonId: string }
): Promise<HonestMinutes> {
  const sections = await listSectionTexts(db, lessonId);
  return honestMinutes({
    load: totalLoad(sections.map(({ markdown }) => measureSection(markdown))),
    requiredItems: await countRequiredItems(db, versionId)
  });
}
