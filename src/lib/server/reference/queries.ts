import { asc, eq } from 'drizzle-orm';
import type { NumberedReference } from '#lib/domain/reference/numbered-reference.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

/** The reference list of an activity version, by number. */
export async function listNumberedReferences(db: Executor, versionId: string): Promise<NumberedReference[]> {
  return db
    .select({
      number: activityVersionReferences.number,
      citationKey: references.citationKey,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated
    })
    .from(activityVersionReferences)
    .innerJoin(references, eq(references.id, activityVersionReferences.referenceId))
    .where(eq(activityVersionReferences.activityVersionId, versionId))
    .orderBy(asc(activityVersionReferences.number));
}
