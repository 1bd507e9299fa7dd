import type { Executor } from '../db/index.ts';
import { itemComments } from '../db/schema/question-bank-review.ts';

type NewComment = { itemVersionId: string; place: string; body: string; actorId: string; now: Date };

/** Writes a comment on a place in a version, and gives its id. */
export async function insertComment(
  tx: Executor,
  { itemVersionId, place, body, actorId, now }: NewComment
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(itemComments).values({ id, itemVersionId, place, body, authorId: actorId, createdAt: now });
  return id;
}
