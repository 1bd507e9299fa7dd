import type { ItemStatus } from './item-status.ts';
import type { StatusChange } from './may-change-status.ts';

/** Where a version of an item stands in its life, and what the person who looks at it may do. */
export type ItemStanding = {
  itemId: string;
  versionId: string;
  version: number;
  revision: number;
  status: ItemStatus;
  /** Names of those who wrote in the version. */
  authors: string[];
  approvalsNeeded: number;
  approvalsLeft: number;
  /** Names of those who approved the present revision; the package, where it came approved. */
  approvedBy: string[];
  openComments: number;
  /** The number of the version that learners get now; null where none is live. */
  liveVersion: number | null;
  liveVersionId: string | null;
  /** In the order of their buttons. */
  changes: StatusChange[];
};

/** The same for somebody who was asked to review and works on nothing else of the activity: they judge, or comment. */
export function standingFor(standing: ItemStanding, reach: 'author' | 'reviewer'): ItemStanding {
  if (reach === 'author') return standing;
  const changes = standing.changes.filter((change) => change === 'approve' || change === 'ask-for-changes');
  return { ...standing, changes };
}
