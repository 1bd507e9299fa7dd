import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { auditReview } from './audit-review.ts';
import { insertComment } from './comment-queries.ts';
import { readReviewState } from './read-review-state.ts';
import { lockVersion, selectOpenCommentCount, updateStatus } from './review-queries.ts';
import type { ReviewStep } from './submit-for-review.ts';

type Problem = { kind: 'no-such-version' | 'wrong-state' | 'nothing-said' };

/**
 * Sends a version back to its author under a new revision: approvals that it had are void. The note becomes a comment on
 * the item. `nothing-said`: neither a note nor an open comment says what is to change.
 */
export async function askForChanges(
  db: Executor,
  { versionId, note, actorId, now }: ReviewStep & { note: string }
): Promise<Result<{ revision: number }, Problem>> {
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) return failure({ kind: 'no-such-version' });
    const { changes } = await readReviewState(tx, version, actorId);
    if (!changes.includes('ask-for-changes')) return failure({ kind: 'wrong-state' });
    const isNoted = note.trim() !== '';
    if (!isNoted && (await selectOpenCommentCount(tx, versionId)) === 0)
      return failure({ kind: 'nothing-said' });
    if (isNoted)
      await insertComment(tx, { itemVersionId: versionId, place: 'item', body: note.trim(), actorId, now });
    const revision = version.revision + 1;
    await updateStatus(tx, versionId, { status: 'changes-asked', revision, actorId, now });
    await auditReview(tx, { action: 'ask-for-changes', version, revision, actorId, now });
    return success({ revision });
  });
}
