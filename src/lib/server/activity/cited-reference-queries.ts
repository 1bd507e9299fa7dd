import { inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';

/** Those of the keys that the library holds, with what a page shows of them. */
export async function listCitedReferences(db: Executor, keys: string[]) {
  if (keys.length === 0) return [];
  const { id, citationKey, csl, authorsTruncated, evidenceLevel, status } = references;
  return db
    .select({ id, citationKey, csl, authorsTruncated, evidenceLevel, status })
    .from(references)
    .where(inArray(citationKey, keys));
}
