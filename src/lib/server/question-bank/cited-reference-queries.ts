import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemCitations } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

/** The references that a version cites, in the order of its citations, as the library has them today. */
export function listReferencesCitedBy(db: Executor, versionId: string) {
  return db
    .select({
      referenceId: references.id,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated,
      status: references.status,
      statusNote: references.statusNote,
      reviewDueOn: references.reviewDueOn
    })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(eq(itemCitations.itemVersionId, versionId))
    .orderBy(asc(itemCitations.position));
}
