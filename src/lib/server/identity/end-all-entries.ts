import type { Executor } from '../db/index.ts';
import { deleteAllOpenLinks, deleteAllSessions } from './entry-queries.ts';

/**
 * Has everybody sign in again: a state of yesterday holds sessions that were ended since, and links that were used.
 * Returns how many sessions ended.
 */
export async function endAllEntries(tx: Executor): Promise<number> {
  await deleteAllOpenLinks(tx);
  return deleteAllSessions(tx);
}
