import type { Executor } from '../db/index.ts';
import { listItemsUnderTest } from './form-queries.ts';

/** Items of the person's open forms whose keys must stay closed on every page until those forms are submitted. */
export async function readItemsUnderTest(db: Executor, personId: string): Promise<ReadonlySet<string>> {
  const rows = await listItemsUnderTest(db, personId);
  return new Set(rows.map(({ itemId }) => itemId));
}
