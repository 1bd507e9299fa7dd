import { and, eq, inArray } from 'drizzle-orm';
import { publishedReference } from '../activity/reference-list-queries.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

/** References by citation key, with their number in the list of an activity version (null where they are not on it). */
export function listCitedReferences(
  db: Executor,
  which: { activityVersionId: string; citationKeys: string[] }
) {
  return db
    .select({
      citationKey: references.citationKey,
      ...publishedReference,
      number: activityVersionReferences.number
    })
    .from(references)
    .leftJoin(
      activityVersionReferences,
      and(
        eq(activityVersionReferences.referenceId, references.id),
        eq(activityVersionReferences.activityVersionId, which.activityVersionId)
      )
    )
    .where(inArray(references.citationKey, which.citationKeys));
}
