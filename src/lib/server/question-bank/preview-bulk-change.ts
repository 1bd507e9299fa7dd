import { ITEM_STATUSES } from '#lib/domain/question-bank/item-status.ts';
import {
  planBulkChange,
  type BulkChange,
  type BulkFacts,
  type PlannedItem
} from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '../db/index.ts';
import { listBulkFacts } from './bulk-facts-queries.ts';

export type BulkInput = { itemIds: string[]; change: BulkChange; actorId: string };

/** What a bulk change would do to each of these items, as they are now. Writes nothing. */
export async function previewBulkChange(db: Executor, input: BulkInput): Promise<PlannedItem[]> {
  if (input.itemIds.length === 0) return [];
  const facts = (await listBulkFacts(db, input)).map((row): BulkFacts => ({
    ...row,
    status: ITEM_STATUSES.find((known) => known === row.status) ?? 'retired'
  }));
  return planBulkChange(facts, input.change);
}
