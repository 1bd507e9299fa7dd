import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { isSlug } from '#lib/domain/activity/slug.ts';
import type { Executor } from '../db/index.ts';
import {
  countReferences,
  listAssessments,
  listDisclosures,
  listLiveVersionIds,
  listObjectives,
  listSections,
  selectOptionalLiveVersionId,
  selectVersion
} from './queries.ts';

/** Published versions never change, so their facts are read once. More than these are forgotten, oldest first. */
const MOST_KEPT = 200;
const kept = new Map<string, ActivityFacts>();

function keep(facts: ActivityFacts): ActivityFacts {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(facts.activityVersionId, facts);
  return facts;
}

const isDemonstration = (mode: string) => (mode === 'accredited' ? 'accredited' : 'demonstration');

/** All facts of one published activity version. Throws where there is none. */
export async function readActivityVersion(db: Executor, versionId: string): Promise<ActivityFacts> {
  const known = kept.get(versionId);
  if (known) return known;
  const version = await selectVersion(db, versionId);
  const { accreditation } = version;
  return keep({
    ...version,
    accreditation: { ...accreditation, mode: isDemonstration(accreditation.mode) },
    objectives: await listObjectives(db, versionId),
    disclosures: await listDisclosures(db, versionId),
    assessments: await listAssessments(db, versionId),
    sections: await listSections(db, version.lessonId),
    referenceCount: await countReferences(db, versionId)
  });
}

/** All facts of the live version of the activity with this slug, or null where there is none. */
export async function readActivity(db: Executor, slug: string): Promise<ActivityFacts | null> {
  if (!isSlug(slug)) return null;
  const versionId = await selectOptionalLiveVersionId(db, slug);
  return versionId === null ? null : readActivityVersion(db, versionId);
}

/** All live activities, those that open first in front. */
export async function listActivities(db: Executor): Promise<ActivityFacts[]> {
  const found: ActivityFacts[] = [];
  for (const versionId of await listLiveVersionIds(db)) found.push(await readActivityVersion(db, versionId));
  return found;
}
