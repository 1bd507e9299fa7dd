import {
  changedItems,
  writesContent,
  type BulkChange,
  type BulkEffect,
  type PlannedItem
} from './plan-bulk-change.ts';

const items = (count: number) => (count === 1 ? '1 item' : `${count} items`);

const countOf = (plan: PlannedItem[], effect: BulkEffect) =>
  plan.filter((item) => item.effect === effect).length;

/** A count with its verb: “1 item changes”, “2 items change”. */
const does = (count: number, one: string, many: string) => `${items(count)} ${count === 1 ? one : many}`;

function changedWords({ kind, value }: BulkChange, count: number): string {
  if (kind === 'bank') return `${does(count, 'moves', 'move')}.`;
  if (kind !== 'state') return `${does(count, 'changes', 'change')} in place.`;
  return value === 'submit'
    ? `${does(count, 'goes', 'go')} to review.`
    : `${does(count, 'retires', 'retire')} for good.`;
}

/** That a change of content makes its maker an author. */
function authorWords(plan: PlannedItem[], change: BulkChange): string[] {
  const written = changedItems(plan).length;
  if (written === 0 || !writesContent(change)) return [];
  return [`You count as an author of ${items(written)} then: somebody else approves.`];
}

/** What a plan comes to, a sentence each, without those of which there is none. */
export function bulkPlanWords(plan: PlannedItem[], change: BulkChange): string[] {
  const sentences: [BulkEffect, (count: number) => string][] = [
    ['in-place', (count) => changedWords(change, count)],
    [
      'next-version',
      (count) =>
        `${does(count, 'that learners have gets', 'that learners have get')} a next version, as a draft; the live one stays.`
    ],
    [
      'back-to-draft',
      (count) =>
        count === 1
          ? '1 item in review goes back to draft and loses its approvals.'
          : `${items(count)} in review go back to draft and lose their approvals.`
    ],
    ['none', (count) => `${does(count, 'is', 'are')} so already.`]
  ];
  const refused = countOf(plan, 'refused');
  return [
    ...sentences.flatMap(([effect, words]) => {
      const count = countOf(plan, effect);
      return count > 0 ? [words(count)] : [];
    }),
    ...authorWords(plan, change),
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
