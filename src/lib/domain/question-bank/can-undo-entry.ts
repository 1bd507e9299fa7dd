import { isEditable, type ItemStatus } from './item-status.ts';
import type { BulkChange, BulkEntry } from './plan-bulk-change.ts';

/** How a version that a bulk change touched stands now. */
export type TouchedVersion = {
  status: ItemStatus;
  revision: number;
  /** Whether somebody approved the present revision. */
  isApproved: boolean;
  /** Whether comments, recorded reasons, kept copies or other authors came to it since. */
  hasFollowers: boolean;
};

/**
 * Whether a change of content or state can be taken back from one item: nobody changed its version since, and taking it
 * back undoes nothing of what others did meanwhile. `null`: the version is gone.
 */
export function canUndoEntry(
  entry: Pick<BulkEntry, 'effect' | 'revision'>,
  version: TouchedVersion | null,
  { kind, value }: BulkChange
): boolean {
  if (version === null || version.revision !== entry.revision) return false;
  if (kind === 'state' && value === 'submit') return version.status === 'in-review' && !version.isApproved;
  if (!isEditable(version.status)) return false;
  return entry.effect !== 'next-version' || !version.hasFollowers;
}
