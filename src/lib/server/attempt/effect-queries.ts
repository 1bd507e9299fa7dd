import { count, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { attemptItems } from '../db/schema/attempt.ts';

/** How many attempts drew each of these versions; one that no attempt drew has no row. */
export function listAttemptCounts(db: Executor, versionIds: string[]) {
  return db
    .select({ versionId: attemptItems.itemVersionId, attempts: count() })
    .from(attemptItems)
    .where(inArray(attemptItems.itemVersionId, versionIds))
    .groupBy(attemptItems.itemVersionId);
}
