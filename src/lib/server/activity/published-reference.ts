import { sql } from 'drizzle-orm';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

/** A listed reference as the version was published with it; in a draft, and off the list, as the library has it. */
export const publishedReference = {
  csl: sql<CslReference>`coalesce(${activityVersionReferences.csl}, ${references.csl})`,
  authorsTruncated: sql<boolean>`coalesce(${activityVersionReferences.authorsTruncated}, ${references.authorsTruncated})`
};
