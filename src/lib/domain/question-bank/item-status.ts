/** The states of an item version, in the order in which it passes them. */
export const ITEM_STATUSES = ['draft', 'in-review', 'changes-asked', 'approved', 'live', 'retired'] as const;

export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The heading of each state. */
export const STATUS_WORDS: Record<ItemStatus, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-asked': 'Changes asked',
  approved: 'Approved',
  live: 'Live',
  retired: 'Retired'
};

/** Whether the content can be changed; in every other state an edit goes back to a draft or makes the next version. */
export const isEditable = (status: ItemStatus): boolean => status === 'draft' || status === 'changes-asked';

/** The states in which a version stands in the queue of reviews. */
export const WAITING_STATUSES: ItemStatus[] = ['in-review', 'changes-asked', 'approved'];
