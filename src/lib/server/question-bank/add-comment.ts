import { itemPlaces } from '#lib/domain/question-bank/item-places.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertComment } from './comment-queries.ts';
import { readItemDraft } from './read-item-draft.ts';
import type { ReviewStep } from './submit-for-review.ts';

type Problem = 'no-such-version' | 'no-such-place' | 'published';

/** Writes a comment on a place in a version that is not published yet. The text is tidy and not empty. */
export async function addComment(
  db: Executor,
  { versionId, place, body, actorId, now }: ReviewStep & { place: string; body: string }
): Promise<Result<{ commentId: string }, Problem>> {
  return db.transaction(async (tx) => {
    const found = await readItemDraft(tx, versionId);
    if (found === null) return failure('no-such-version');
    if (found.status === 'live' || found.status === 'retired') return failure('published');
    if (!itemPlaces(found.draft).includes(place)) return failure('no-such-place');
    const commentId = await insertComment(tx, { itemVersionId: versionId, place, body, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.add-comment',
      subject: { kind: 'item-version', id: versionId },
      detail: { commentId, place }
    });
    return success({ commentId });
  });
}
