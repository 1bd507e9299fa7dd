import { approvalsLeft } from '#lib/domain/question-bank/approvals-left.ts';
import { mayChangeStatus, type StatusChange } from '#lib/domain/question-bank/may-change-status.ts';
import type { Executor } from '../db/index.ts';
import { listApprovals, listAuthorIds, selectApprovalsNeeded, type VersionRow } from './review-queries.ts';

export type ReviewState = {
  authorIds: string[];
  approvalsNeeded: number;
  approvalsLeft: number;
  /** What the person may do now. */
  changes: StatusChange[];
};

/** Where a version stands in review, and what this person may do with it. Lock its row first where that is to hold. */
export async function readReviewState(
  db: Executor,
  version: Pick<VersionRow, 'id' | 'status' | 'revision'>,
  personId: string
): Promise<ReviewState> {
  const { status, revision } = version;
  const authorIds = await listAuthorIds(db, version.id);
  const approvals = await listApprovals(db, version.id);
  const needed = await selectApprovalsNeeded(db);
  const left = approvalsLeft({ approvals, revision, authorIds, needed });
  const hasApproved = approvals.some((one) => one.revision === revision && one.approverId === personId);
  const isAuthor = authorIds.includes(personId);
  const changes = mayChangeStatus({ status, isAuthor, hasApproved, approvalsLeft: left });
  return { authorIds, approvalsNeeded: needed, approvalsLeft: left, changes };
}
