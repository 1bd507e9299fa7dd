import type { ItemComment } from '#lib/domain/question-bank/item-comment.ts';
import type { Executor } from '../db/index.ts';
import { listComments } from './comment-queries.ts';

/** The comments on a version, open and resolved, the oldest first. */
export async function listItemComments(db: Executor, versionId: string): Promise<ItemComment[]> {
  const rows = await listComments(db, versionId);
  return rows.map(({ resolvedAt, resolvedBy, ...comment }) => ({
    ...comment,
    resolved: resolvedAt === null ? null : { by: resolvedBy, at: resolvedAt }
  }));
}
