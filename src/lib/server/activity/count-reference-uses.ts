import type { PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import type { Executor } from '../db/index.ts';
import { listItemUseCounts, listSectionUseCounts } from './surroundings-queries.ts';

const countsOf = (rows: { citationKey: string; uses: number }[]) =>
  new Map(rows.map(({ citationKey, uses }) => [citationKey, uses]));

/** The references, each with how many items and sections cite it. */
export async function countReferenceUses(
  db: Executor,
  references: PickableReference[]
): Promise<PickableReference[]> {
  const keys = references.map(({ citationKey }) => citationKey);
  const items = countsOf(await listItemUseCounts(db, keys));
  const sections = countsOf(await listSectionUseCounts(db, keys));
  return references.map((reference) => ({
    ...reference,
    items: items.get(reference.citationKey) ?? 0,
    sections: sections.get(reference.citationKey) ?? 0
  }));
}
