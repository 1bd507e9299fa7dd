import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { readReviewState } from './read-review-state.ts';
import { lockVersion, updateStatus } from './review-queries.ts';
import type { ReviewStep } from './submit-for-review.ts';

/**
 * Takes a version back from its reviewers, or from `approved`, so that its author can write in it again. It gets a new
 * revision: approvals that it had are void.
 */
export async function withdrawFromReview(
  db: Executor,
  { versionId, actorId, now }: ReviewStep
): Promise<Result<{ revision: number }, { kind: 'no-such-version' | 'wrong-state' }>> {
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) return failure({ kind: 'no-such-version' });
    const { changes } = await readReviewState(tx, version, actorId);
    if (!changes.includes('withdraw')) return failure({ kind: 'wrong-state' });
    const revision = version.revision + 1;
    await updateStatus(tx, versionId, { status: 'draft', revision, actorId, now });
    await auditReview(tx, { action: 'withdraw-from-review', version, revision, actorId, now });
    return success({ revision });
  });
}
