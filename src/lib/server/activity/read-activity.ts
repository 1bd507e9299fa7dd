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

/** Published versions never change, so their facts are read once; drafts do. More than these are forgotten, oldest first. */
const MOST_KEPT = 200;
const kept = new Map<string, ActivityFacts>();

function keep(facts: ActivityFacts): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(facts.activityVersionId, facts);
}

const isDemonstration = (mode: string) => (mode === 'accredited' ? 'accredited' : 'demonstration');

/** All facts of one activity version. Throws where there is none. */
export async function readActivityVersion(db: Executor, versionId: string): Promise<ActivityFacts> {
  const known = kept.get(versionId);
  if (known) return known;
  const { publishedAt, ...version } = await selectVersion(db, versionId);
  const { accreditation } = version;
  const facts: ActivityFacts = {
    ...version,
    accreditation: { ...accreditation, mode: isDemonstration(accreditation.mode) },
    objectives: await listObjectives(db, versionId),
    disclosures: await listDisclosures(db, versionId),
    assessments: await listAssessments(db, versionId),
    sections: await listSections(db, version.lessonId),
    referenceCount: await countReferences(db, versionId)
  };
  if (publishedAt !== null) keep(facts);
  return facts;
}

/** All facts of the live version of the activity with this slug, or null where there is none. */
export async function readActivity(db: Executor, slug: string): Promise<ActivityFacts | null> {
  if (!isSlug(slug)) return null;
  const versionId = await selectOptionalLiveVersionId(db, slug);
  return versionId === null ? null : readActivityVersion(db, versionId);
}

/** The facts of the version that is named, or of the live one; null where there is none. */
export function readOffered(
  db: Executor,
  { slug, activityVersionId }: { slug: string; activityVersionId?: string }
): Promise<ActivityFacts | null> {
  return activityVersionId === undefined
    ? readActivity(db, slug)
    : readActivityVersion(db, activityVersionId);
}

/** All live activities, those that open first in front. */
export async function listActivities(db: Executor): Promise<ActivityFacts[]> {
  const found: ActivityFacts[] = [];
  for (const versionId of await listLiveVersionIds(db)) found.push(await readActivityVersion(db, versionId));
  return found;
}
