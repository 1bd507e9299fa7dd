import type { Executor } from '../db/index.ts';
import { selectOptionalNewestVersion } from './review-queries.ts';

/** The id of the newest version of an item, in whatever state; null where there is no such item. */
export async function findNewestVersion(db: Executor, itemId: string): Promise<string | null> {
  return (await selectOptionalNewestVersion(db, itemId))?.id ?? null;
}
