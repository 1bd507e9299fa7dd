import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import {
  groupByItem,
  queueGroup,
  stemBeginning,
  type Concern,
  type ItemInDoubt,
  type QueueGroup,
  type QueueRow
} from '#lib/domain/question-bank/review-queue.ts';
import type { Executor } from '../db/index.ts';
import { listItemsInDoubt, listOverdueReferences } from './attention-queries.ts';
import { listWaiting } from './queue-queries.ts';
import { selectApprovalsNeeded } from './review-queries.ts';

/** A page shows so many of each list; more is work for several people on several days. */
const MOST_ROWS = 300;

export type ReviewQueue = {
  groups: Record<QueueGroup, QueueRow[]>;
  approvalsNeeded: number;
  itemsInDoubt: ItemInDoubt[];
  overdue: Concern[];
  /** Whether a list was cut: there is more than the page shows. */
  isCut: boolean;
};

/** What waits for whom, as this person sees it, and what leans on references in doubt. */
export async function readReviewQueue(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<ReviewQueue> {
  const waiting = await listWaiting(db, { personId, limit: MOST_ROWS + 1 });
  const rows = waiting.map(({ stem, updatedAt, createdAt, ...row }) => ({
    ...row,
    stem: stemBeginning(stem),
    since: updatedAt ?? createdAt
  }));
  const within = (group: QueueGroup) => rows.filter((row) => queueGroup(row) === group).slice(0, MOST_ROWS);
  const bounds = { today: calendarDayOf(now), limit: MOST_ROWS };
  const inDoubt = await listItemsInDoubt(db, { ...bounds, personId });
  return {
    groups: {
      'for-me': within('for-me'),
      'sent-back': within('sent-back'),
      ready: within('ready'),
      'for-others': within('for-others')
    },
    approvalsNeeded: await selectApprovalsNeeded(db),
    itemsInDoubt: groupByItem(inDoubt).map((row) => ({ ...row, stem: stemBeginning(row.stem) })),
    overdue: await listOverdueReferences(db, bounds),
    isCut: waiting.length > MOST_ROWS || inDoubt.length === MOST_ROWS
  };
}
