import type { Executor } from '../db/index.ts';
import { selectApprovalsNeeded } from './review-queries.ts';

/** How items are reviewed here. */
export async function readReviewSettings(db: Executor): Promise<{ approvalsNeeded: number }> {
  return { approvalsNeeded: await selectApprovalsNeeded(db) };
}
