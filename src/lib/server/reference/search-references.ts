import type { FoundReferences } from '#lib/domain/reference/found-references.ts';
import { searchWords } from '#lib/domain/reference/library-filter.ts';
import { pickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { gatherWords } from './gather-words.ts';
import { countReferencesWith, listReferencesWith } from './pickable-queries.ts';

/** So many results are given at once; another word finds those behind them. */
const MOST_FOUND = 20;

type Search = { search: string; exceptKeys?: string[]; limit?: number };

/** The references of the whole library that hold every word of a search, without some keys, the first ones by key. */
export async function searchReferences(
  db: Executor,
  { search, exceptKeys = [], limit = MOST_FOUND }: Search
): Promise<FoundReferences> {
  await gatherWords(db);
  const wanted = { words: searchWords(search), exceptKeys };
  const rows = await listReferencesWith(db, { ...wanted, limit });
  const total = rows.length < limit ? rows.length : await countReferencesWith(db, wanted);
  return { search, references: rows.map(pickableReference), total };
}
