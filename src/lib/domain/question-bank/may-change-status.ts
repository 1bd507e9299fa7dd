import type { ItemStatus } from './item-status.ts';

/** What a person can do with a version besides writing in it. */
export type StatusChange =
  'submit' | 'withdraw' | 'ask-for-changes' | 'approve' | 'publish' | 'retire' | 'edit';

export type Standing = {
  status: ItemStatus;
  /** Whether the person wrote in the version. */
  isAuthor: boolean;
  /** Whether the person approved the present revision. */
  hasApproved: boolean;
  /** How many approvals of the present revision are still needed. */
  approvalsLeft: number;
};

function inReview({ isAuthor, hasApproved, approvalsLeft }: Omit<Standing, 'status'>): StatusChange[] {
  const mayApprove = !isAuthor && !hasApproved && approvalsLeft > 0;
  return [
    ...(approvalsLeft === 0 ? (['publish'] as const) : []),
    ...(mayApprove ? (['approve'] as const) : []),
    isAuthor ? 'withdraw' : 'ask-for-changes'
  ];
}

/**
 * The changes that a person may make to the newest version of an item, in the order of their buttons. An author never
 * approves (ux.md §8: approvals by people other than the author). A version is published by a separate press of any
 * educator, from `approved`, or from `in-review` where the number of approvals needed was lowered since.
 */
export function mayChangeStatus({ status, ...who }: Standing): StatusChange[] {
  switch (status) {
    case 'draft':
    case 'changes-asked':
      return ['submit'];
    case 'in-review':
    case 'approved':
      return inReview(who);
    case 'live':
      return ['edit', 'retire'];
    case 'retired':
      return ['edit'];
    default:
      return status satisfies never;
  }
}
