import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { selectOptionalComment, updateToResolved } from './comment-queries.ts';
import type { ReviewStep } from './submit-for-review.ts';

/** Marks a comment as dealt with. Doing so again changes nothing. */
export async function resolveComment(
  db: Executor,
  { versionId, commentId, actorId, now }: ReviewStep & { commentId: string }
): Promise<Result<null, 'no-such-comment'>> {
  return db.transaction(async (tx) => {
    const comment = await selectOptionalComment(tx, { commentId, versionId });
    if (comment === null) return failure('no-such-comment');
    const isNew = await updateToResolved(tx, { commentId, actorId, now });
    if (!isNew) return success(null);
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.resolve-comment',
      subject: { kind: 'item-version', id: versionId },
      detail: { commentId, place: comment.place }
    });
    return success(null);
  });
}
