import type { PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { listPickableReferences } from '../reference/list-pickable-references.ts';
import { countReferenceUses } from './count-reference-uses.ts';
import { listListedKeys } from './surroundings-queries.ts';

type Wanted = { activityVersionIds: string[]; alsoKeys?: string[] };

/**
 * What an author of these activity versions can cite, for the citation picker: their numbered lists first, then the first
 * others of the library, each with where it is used. `alsoKeys`: what is cited already and must be among them.
 */
export async function listCitableReferences(
  db: Executor,
  { activityVersionIds, alsoKeys = [] }: Wanted
): Promise<PickableReference[]> {
  const listed = await listListedKeys(db, activityVersionIds);
  const numbers = new Map(listed.map(({ citationKey, number }) => [citationKey, number]));
  const references = await listPickableReferences(db, { firstKeys: [...numbers.keys(), ...alsoKeys] });
  const counted = await countReferenceUses(db, references);
  return counted.map((reference) => ({ ...reference, number: numbers.get(reference.citationKey) ?? null }));
}
