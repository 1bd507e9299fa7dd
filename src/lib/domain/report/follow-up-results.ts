import type { CommitmentStatus } from '../evaluation/commitment-status.ts';

import { holdBackSmall, shownCount, type ShownCount } from './small-cells.ts';

/** Of so few who answered nothing is shown of what they said. */
const FEW = 5;

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

/**
 * Follow-ups as an admin may see them. Where fewer than five people answered, nothing of what they said is shown. Else small
 * numbers are held back (`holdBackSmall`).
 */
export function followUpResult(counts: FollowUpCounts): FollowUpResult {
  const { activityTitle, version, days, sent, answered, itemsAnswered, itemsCorrect } = counts;
  const isShown = answered >= FEW;
  const held = holdBackSmall(STATUSES.map((id) => counts.statuses[id] ?? 0));
  return {
    activityTitle,
    version,
    days,
    sent,
    answered: shownCount(answered),
    statuses: STATUSES.map((id, index) => ({ id, count: isShown ? (held[index] ?? null) : null })),
    itemsCorrectPercent:
      isShown && itemsAnswered >= FEW ? Math.round((100 * itemsCorrect) / itemsAnswered) : null
  };
}
