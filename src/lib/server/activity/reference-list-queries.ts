import { sql } from 'drizzle-orm';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

/** A listed reference as the version was published with it; in a draft, and off the list, as the library has it. */
export const publishedReference = {
  csl: sql<CslReference>`coalesce(${activityVersionReferences.csl}, ${references.csl})`,
  authorsTruncated: sql<boolean>`coalesce(${activityVersionReferences.authorsTruncated}, ${references.authorsTruncated})`,
  /** Of today, on purpose: what was retracted since must be seen. */
  status: references.status
};

/**
 * Keeps the entries of a draft's reference list as the library has them now, just before the version goes live: what a
 * completion rests on must read in six years as it does today, whatever becomes of the library.
 */
export async function updateReferenceListToFrozen(tx: Executor, activityVersionId: string): Promise<void> {
  await tx.execute(sql`update activity_version_references l
    set csl = r.csl, authors_truncated = r.authors_truncated
    from "references" r where r.id = l.reference_id and l.activity_version_id = ${activityVersionId}`);
}
