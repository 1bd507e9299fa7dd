import { and, eq, inArray } from 'drizzle-orm';
import { publishedReference } from '../activity/reference-list-queries.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { itemVersionReferences } from '../db/schema/question-bank.ts';
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

/** The references of item versions as the library held them when each version went live. */
export function listKeptReferences(db: Executor, itemVersionIds: string[]) {
  const { itemVersionId, referenceId, csl, authorsTruncated } = itemVersionReferences;
  return db
    .select({ itemVersionId, citationKey: references.citationKey, record: { csl, authorsTruncated } })
    .from(itemVersionReferences)
    .innerJoin(references, eq(references.id, referenceId))
    .where(inArray(itemVersionId, itemVersionIds));
}
