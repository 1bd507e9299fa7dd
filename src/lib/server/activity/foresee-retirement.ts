import { retirementShortages, type LiveForm } from '#lib/domain/activity/retirement-shortages.ts';
import type { Executor } from '../db/index.ts';
import { listCellsOf, listFixedItemsOf, listLiveForms, listServableItems } from './retirement-queries.ts';

/** What live activities could no longer draw if the item were retired, in words; empty where all could. */
export async function foreseeRetirement(db: Executor, itemId: string): Promise<string[]> {
  const found = await listLiveForms(db, itemId);
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const cells = await listCellsOf(db, ids);
  const fixed = await listFixedItemsOf(db, ids);
  const forms = found.map(({ id, title, activityTitle, pretestItemsOnly }): LiveForm => {
    const isOwn = ({ assessmentId }: { assessmentId: string }) => assessmentId === id;
    return {
      name: `“${title}” of ${activityTitle}`,
      pretestItemsOnly,
      cells: cells.filter(isOwn),
      fixedItemIds: fixed.filter(isOwn).map((row) => row.itemId)
    };
  });
  return retirementShortages({ forms, items: await listServableItems(db, itemId) }, itemId);
}
