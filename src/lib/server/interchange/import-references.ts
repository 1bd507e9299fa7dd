import { isDeepStrictEqual } from 'node:util';
import type { Executor } from '../db/index.ts';
import { insertReferences, listReferences, updateReference } from './reference-queries.ts';
import type { ReferenceEntry } from './references-schema.ts';

/**
 * Brings the library to the state of the package's references, by citation key, inside the caller's transaction.
 * Gives the id of each.
 */
export async function importReferences(
  tx: Executor,
  input: { entries: ReferenceEntry[]; now: Date }
): Promise<Map<string, string>> {
  const held = await listReferences(
    tx,
    input.entries.map((entry) => entry.id)
  );
  const ids = new Map(held.map((reference) => [reference.citationKey, reference.id]));
  const added = [];
  for (const { custom, ...csl } of input.entries) {
    const former = held.find((reference) => reference.citationKey === csl.id);
    const id = former?.id ?? crypto.randomUUID();
    const row = {
      id,
      citationKey: csl.id,
      csl,
      authorsTruncated: custom.authorsTruncated,
      updatedAt: input.now
    };
    ids.set(csl.id, id);
    if (!former) added.push(row);
    else if (former.authorsTruncated !== row.authorsTruncated || !isDeepStrictEqual(former.csl, csl)) {
      await updateReference(tx, row);
    }
  }
  await insertReferences(tx, added);
  return ids;
}
