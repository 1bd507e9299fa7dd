import type { CommitmentStatus } from '../evaluation/commitment-status.ts';

/** Cells below this number of people are not shown (ux.md §9: privacy). */
const LEAST_SHOWN = 5;

/** A number of people, or null where it is too small to be shown. */
export type ShownCount = number | null;

/** What follow-ups of an activity version came to, as counted. */
export type FollowUpCounts = {
  activityTitle: string;
  version: string;
  days: number;
  sent: number;
  answered: number;
  statuses: Partial<Record<CommitmentStatus, number>>;
  itemsAnswered: number;
  itemsCorrect: number;
};

/** The same as it may be shown. `itemsCorrectPercent` is whole. */
export type FollowUpResult = {
  activityTitle: string;
  version: string;
  days: number;
  sent: number;
  answered: ShownCount;
  statuses: { id: CommitmentStatus; count: ShownCount }[];
  itemsCorrectPercent: number | null;
};

const STATUSES = ['made', 'partly', 'not-yet', 'given-up'] as const;

const shown = (count: number): ShownCount => (count > 0 && count < LEAST_SHOWN ? null : count);

/**
 * Follow-ups as an admin may see them. Where fewer than five people answered, nothing of what they said is shown. The
 * number of a status below five is held back, and where only one is, the next smallest too: else it could be worked out
 * from the others.
 */
export function followUpResult(counts: FollowUpCounts): FollowUpResult {
  const { activityTitle, version, days, sent, answered, itemsAnswered, itemsCorrect } = counts;
  const isShown = answered >= LEAST_SHOWN;
  const all = STATUSES.map((id) => ({ id, count: counts.statuses[id] ?? 0 }));
  const small = all.filter(({ count }) => shown(count) === null);
  const others = all
    .filter(({ count }) => count >= LEAST_SHOWN)
    .toSorted((one, other) => one.count - other.count);
  const heldBack = new Set([...small, ...(small.length === 1 ? others.slice(0, 1) : [])].map(({ id }) => id));
  return {
    activityTitle,
    version,
    days,
    sent,
    answered: shown(answered),
    statuses: all.map(({ id, count }) => ({ id, count: isShown && !heldBack.has(id) ? count : null })),
    itemsCorrectPercent:
      isShown && itemsAnswered >= LEAST_SHOWN ? Math.round((100 * itemsCorrect) / itemsAnswered) : null
  };
}
