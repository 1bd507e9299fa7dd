import type { BulkChange, BulkEffect, PlannedItem } from './plan-bulk-change.ts';

const items = (count: number) => (count === 1 ? '1 item' : `${count} items`);

const countOf = (plan: PlannedItem[], effect: BulkEffect) =>
  plan.filter((item) => item.effect === effect).length;

function changedWords({ kind, value }: BulkChange, count: number): string {
  if (kind === 'bank') return `${items(count)} ${count === 1 ? 'moves' : 'move'}.`;
  if (kind !== 'state') return `${items(count)} ${count === 1 ? 'changes' : 'change'} in place.`;
  return value === 'submit'
    ? `${items(count)} ${count === 1 ? 'goes' : 'go'} to review.`
    : `${items(count)} retire for good.`;
}

/** What a plan comes to, a sentence each, without those of which there is none. */
export function bulkPlanWords(plan: PlannedItem[], change: BulkChange): string[] {
  const changed = countOf(plan, 'in-place');
  const next = countOf(plan, 'next-version');
  const back = countOf(plan, 'back-to-draft');
  const same = countOf(plan, 'none');
  const refused = countOf(plan, 'refused');
  return [
    ...(changed > 0 ? [changedWords(change, changed)] : []),
    ...(next > 0
      ? [`${items(next)} that learners have get a next version, as a draft; the live one stays.`]
      : []),
    ...(back > 0 ? [`${items(back)} in review go back to draft and lose their approvals.`] : []),
    ...(same > 0 ? [`${items(same)} ${same === 1 ? 'is' : 'are'} so already.`] : []),
    ...(refused > 0 ? [`${items(refused)} cannot:`] : [])
  ];
}

/** Why items are refused, each reason with the ids, at most so many of them. */
export function refusalGroups(plan: PlannedItem[], most = 12): string[] {
  const byWhy = Map.groupBy(
    plan.filter(({ effect }) => effect === 'refused'),
    ({ why }) => why
  );
  return [...byWhy].map(([why, found]) => {
    const ids = found.slice(0, most).map(({ facts }) => facts.externalId);
    const rest = found.length > most ? ` and ${found.length - most} more` : '';
    return `${ids.join(', ')}${rest}: ${why}.`;
  });
}
