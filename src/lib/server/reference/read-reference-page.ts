import { formatAma } from '#lib/domain/reference/format-ama.ts';
import type { Executor } from '../db/index.ts';
import { listItemUses, listSectionUses, selectOptionalReference } from './reference-queries.ts';

/** A reference of the library with where it is used, as far as this person reaches those places, or null. */
export async function readReferencePage(
  db: Executor,
  { referenceId, personId }: { referenceId: string; personId: string }
) {
  const found = await selectOptionalReference(db, referenceId);
  if (found === null) return null;
  return {
    ...found,
    parts: formatAma(found.csl, { authorsTruncated: found.authorsTruncated }),
    items: await listItemUses(db, { referenceId, personId }),
    sections: await listSectionUses(db, { referenceId, personId })
  };
}
