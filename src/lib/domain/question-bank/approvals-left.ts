/** An approval of a revision; of kind `package` it has no approver. */
type Approval = { kind: 'review' | 'package'; revision: number; approverId: string | null };

/**
 * How many approvals of the present revision are still needed. Those of earlier revisions, and those of authors, do not
 * count; the word of the package with which an item came stands for all of them.
 */
export function approvalsLeft({
  approvals,
  revision,
  authorIds,
  needed
}: {
  approvals: Approval[];
  revision: number;
  authorIds: string[];
  needed: number;
}): number {
  const present = approvals.filter((approval) => approval.revision === revision);
  if (present.some(({ kind }) => kind === 'package')) return 0;
  const approvers = new Set(present.flatMap(({ approverId }) => approverId ?? []));
  const counted = [...approvers].filter((id) => !authorIds.includes(id));
  return Math.max(0, needed - counted.length);
}
