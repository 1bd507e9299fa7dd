import { findDuplicate, isDuplicate } from '#lib/domain/reference/find-duplicates.ts';
import type { Former, PastedRow } from '#lib/domain/reference/pasted-row.ts';
import type { ReadReference } from '#lib/domain/reference/read-reference.ts';
import type { Executor } from '../db/index.ts';
import { listLikelyDuplicates } from './entry-queries.ts';

type Held = Awaited<ReturnType<typeof listLikelyDuplicates>>[number];

function formerOf(reference: ReadReference, held: Held[], earlier: ReadReference[]): Former | null {
  const found = findDuplicate(reference.csl, held);
  if (found !== null) {
    const { id, citationKey, csl, authorsTruncated, status } = found.held;
    return { kind: 'library', by: found.by, id, citationKey, csl, authorsTruncated, status };
  }
  const twin = earlier.find(({ csl }) => isDuplicate(reference.csl, csl) !== null);
  const by = twin === undefined ? null : isDuplicate(reference.csl, twin.csl);
  return twin === undefined || by === null ? null : { kind: 'pasted', by, record: twin.record };
}

/** Each reference with the one that was there before it, in the library or earlier in the same paste. */
export async function findPasted(db: Executor, references: ReadReference[]): Promise<PastedRow[]> {
  const held = await listLikelyDuplicates(
    db,
    references.map(({ csl }) => csl)
  );
  return references.map((reference, index) => ({
    ...reference,
    former: formerOf(reference, held, references.slice(0, index))
  }));
}
