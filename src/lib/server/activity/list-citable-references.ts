import type { PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { listPickableReferences } from '../reference/list-pickable-references.ts';
import { listItemUseCounts, listListedKeys, listSectionUseCounts } from './surroundings-queries.ts';

type Wanted = { activityVersionIds: string[]; alsoKeys?: string[] };

/**
 * What an author of these activity versions can cite, for the citation picker: their numbered lists first, then the rest
 * of the library, each with where it is used. `alsoKeys`: what is cited already and must be among them.
 */
export async function listCitableReferences(
  db: Executor,
  { activityVersionIds, alsoKeys = [] }: Wanted
): Promise<PickableReference[]> {
  const listed = await listListedKeys(db, activityVersionIds);
  const numbers = new Map(listed.map(({ citationKey, number }) => [citationKey, number]));
  const references = await listPickableReferences(db, { firstKeys: [...numbers.keys(), ...alsoKeys] });
  const keys = references.map(({ citationKey }) => citationKey);
  const countsOf = (rows: { citationKey: string; uses: number }[]) =>
    new Map(rows.map(({ citationKey, uses }) => [citationKey, uses]));
  const items = countsOf(await listItemUseCounts(db, keys));
  const sections = countsOf(await listSectionUseCounts(db, keys));
  return references.map((reference) => ({
    ...reference,
    number: numbers.get(reference.citationKey) ?? null,
    items: items.get(reference.citationKey) ?? 0,
    sections: sections.get(reference.citationKey) ?? 0
  }));
}
