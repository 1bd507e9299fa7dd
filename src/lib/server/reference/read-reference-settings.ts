import type { Executor } from '../db/index.ts';
import { selectLooksUp } from './settings-queries.ts';

/** What the library may do. `looksUp`: whether references may be looked up on the web. */
export async function readReferenceSettings(db: Executor): Promise<{ looksUp: boolean }> {
  return { looksUp: await selectLooksUp(db) };
}
