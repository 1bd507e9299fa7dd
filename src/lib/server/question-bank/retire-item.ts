import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { lockLiveVersion, updateToRetired } from './review-queries.ts';

/** Takes an item's live version from learners: no new attempt draws it. `not-live`: it has none. */
export async function retireItem(
  db: Executor,
  { itemId, actorId, now }: { itemId: string; actorId: string; now: Date }
): Promise<Result<{ versionId: string; version: number }, { kind: 'not-live' }>> {
  return db.transaction(async (tx) => {
    const live = await lockLiveVersion(tx, itemId);
    if (live === null) return failure({ kind: 'not-live' });
    await updateToRetired(tx, live.id, now);
    await auditReview(tx, { action: 'retire', version: live, revision: live.revision, actorId, now });
    return success({ versionId: live.id, version: live.version });
  });
}
