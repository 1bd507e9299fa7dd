import type { ItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { MOST_ITEMS } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { listItemIds } from './items-table-queries.ts';

/** The ids of all items of these banks that a filter lets through. `too-many`: more than one change takes. */
export async function listMatchingItems(
  db: Executor,
  which: { bankIds: string[]; filter: ItemFilter }
): Promise<Result<string[], 'too-many'>> {
  if (which.bankIds.length === 0) return success([]);
  const itemIds = await listItemIds(db, which, MOST_ITEMS + 1);
  return itemIds.length > MOST_ITEMS ? failure('too-many') : success(itemIds);
}
