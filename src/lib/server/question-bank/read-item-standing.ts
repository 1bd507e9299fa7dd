import type { ItemStanding } from '#lib/domain/question-bank/item-standing.ts';
import type { Executor } from '../db/index.ts';
import { readReviewState } from './read-review-state.ts';
import { selectOpenCommentCount } from './review-queries.ts';
import {
  listApproverNames,
  listAuthorNames,
  selectOptionalLiveVersion,
  selectOptionalVersion
} from './standing-queries.ts';

/** Where a version stands, and what this person may do with it; null where there is no such version. */
export async function readItemStanding(
  db: Executor,
  { versionId, personId }: { versionId: string; personId: string }
): Promise<ItemStanding | null> {
  const row = await selectOptionalVersion(db, versionId);
  if (row === null) return null;
  const { approvalsNeeded, approvalsLeft, changes } = await readReviewState(db, row, personId);
  const approvers = await listApproverNames(db, row);
  const { itemId, version, revision, status } = row;
  const live = await selectOptionalLiveVersion(db, itemId);
  return {
    ...{ itemId, versionId, version, revision, status, approvalsNeeded, approvalsLeft, changes },
    authors: await listAuthorNames(db, versionId),
    approvedBy: approvers.map((name) => name ?? 'the package that it came with'),
    openComments: await selectOpenCommentCount(db, versionId),
    liveVersion: live?.version ?? null,
    liveVersionId: live?.id ?? null
  };
}
