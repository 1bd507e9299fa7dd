import { followUpResult, type FollowUpResult } from '#lib/domain/report/follow-up-results.ts';
import type { Executor } from '../db/index.ts';
import { listFollowUpCounts, listItemCounts, listStatusCounts } from './follow-up-queries.ts';

type Group = { activityVersionId: string; days: number };

const isSame = (one: Group) => (other: Group) =>
  one.activityVersionId === other.activityVersionId && one.days === other.days;

/** What follow-ups came to, for each activity version and day on which some went out; small numbers are held back. */
export async function readFollowUpResults(db: Executor): Promise<FollowUpResult[]> {
  const statuses = await listStatusCounts(db);
  const items = await listItemCounts(db);
  return (await listFollowUpCounts(db)).map((group) => {
    const own = statuses.filter(isSame(group));
    const answered = items.find(isSame(group));
    return followUpResult({
      ...group,
      statuses: Object.fromEntries(own.map(({ status, commitments }) => [status, commitments])),
      itemsAnswered: answered?.answered ?? 0,
      itemsCorrect: answered?.correct ?? 0
    });
  });
}
