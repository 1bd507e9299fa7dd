import type { ItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '../db/index.ts';
import { listItemIds } from './items-table-queries.ts';

/** As many items as one bulk change takes. */
const MOST_ITEMS = 5_000;

/** The ids of all items of these banks that a filter lets through, at most `MOST_ITEMS`. */
export async function listMatchingItems(
  db: Executor,
  which: { bankIds: string[]; filter: ItemFilter }
): Promise<string[]> {
  return which.bankIds.length === 0 ? [] : listItemIds(db, which, MOST_ITEMS);
}
