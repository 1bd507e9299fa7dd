import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
import type { Executor } from '../db/index.ts';
import { listUnsearchable, updateSearchTexts } from './library-queries.ts';

/** Makes references found by search that came in without their words; none in most calls. */
export async function gatherWords(db: Executor): Promise<void> {
  const bare = await listUnsearchable(db);
  if (bare.length === 0) return;
  const rows = bare.map(({ id, citationKey, csl }) => ({
    id,
    searchText: referenceSearchText(citationKey, csl)
  }));
  await db.transaction((tx) => updateSearchTexts(tx, rows));
}
