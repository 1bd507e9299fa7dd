import { asc, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';

/** The references of the library by key, those with the given keys before all others, at most `limit`. */
export function listReferencesFirst(
  db: Executor,
  { firstKeys, limit }: { firstKeys: string[]; limit: number }
) {
  const isFirst = firstKeys.length === 0 ? sql`1 = 0` : inArray(references.citationKey, firstKeys);
  return db
    .select({
      citationKey: references.citationKey,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated,
      evidenceLevel: references.evidenceLevel,
      status: references.status
    })
    .from(references)
    .orderBy(sql`${isFirst} desc`, asc(references.citationKey))
    .limit(limit);
}
