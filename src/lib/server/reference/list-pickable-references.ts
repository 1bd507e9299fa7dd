import { pickableReference, type PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { listReferencesFirst } from './pickable-queries.ts';

/** So many references go into a page with a citation picker; the whole library is searched on the server. */
const MOST_PICKABLE = 100;

/** What can be cited, those with the given keys first; the library's others follow by key, as far as there is room. */
export async function listPickableReferences(
  db: Executor,
  { firstKeys }: { firstKeys: string[] }
): Promise<PickableReference[]> {
  const limit = Math.max(MOST_PICKABLE, firstKeys.length);
  return (await listReferencesFirst(db, { firstKeys, limit })).map(pickableReference);
}
