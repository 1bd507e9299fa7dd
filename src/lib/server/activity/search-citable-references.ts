import type { FoundReferences } from '#lib/domain/reference/found-references.ts';
import type { Executor } from '../db/index.ts';
import { searchReferences } from '../reference/search-references.ts';
import { countReferenceUses } from './count-reference-uses.ts';

/** What of the whole library can be cited and holds every word of a search, each with where it is used. */
export async function searchCitableReferences(db: Executor, search: string): Promise<FoundReferences> {
  const found = await searchReferences(db, { search });
  return { ...found, references: await countReferenceUses(db, found.references) };
}
