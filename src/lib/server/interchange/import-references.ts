import { isDeepStrictEqual } from 'node:util';
import type { Executor } from '../db/index.ts';
import {
  insertReferences,
  listReferences,
  updateReference,
  type StoredReference
} from './reference-queries.ts';
import type { ReferenceEntry } from './references-schema.ts';

/** Fields of `custom` that have columns of their own. */
const COLUMNS = ['number', 'authorsTruncated', 'evidenceLevel', 'reviewDueOn', 'status', 'statusNote'];

/** What the library keeps of an entry: the record, and what stands beside it. */
function recordOf({ custom, ...csl }: ReferenceEntry): Omit<StoredReference, 'id'> {
  const others = Object.entries(custom).filter(([name]) => !COLUMNS.includes(name));
  return {
    citationKey: csl.id,
    csl,
    authorsTruncated: custom.authorsTruncated,
    custom: Object.fromEntries(others)
  };
}

/** How the reference was judged elsewhere; it counts here only for one that the library does not know yet. */
const judgementOf = ({ custom }: ReferenceEntry, now: Date) => ({
  evidenceLevel: custom.evidenceLevel ?? '',
  reviewDueOn: custom.reviewDueOn ?? null,
  status: custom.status ?? ('current' as const),
  statusNote: custom.statusNote ?? '',
  statusChangedAt: custom.status === undefined ? null : now
});

/** Those of the entries that the library holds otherwise, or not at all. */
async function changedReferences(db: Executor, entries: ReferenceEntry[]) {
  const held = new Map(
    (
      await listReferences(
        db,
        entries.map((entry) => entry.id)
      )
    ).map((reference) => [reference.citationKey, reference])
  );
  const added = entries.filter(({ id }) => !held.has(id));
  const changed = entries.filter((entry) => {
    const former = held.get(entry.id);
    return former && !isDeepStrictEqual(former, { id: former.id, ...recordOf(entry) });
  });
  return { held, added, changed };
}

type ImportedReferences = {
  ids: Map<string, string>;
  outcomes: { key: string; outcome: 'added' | 'changed' | 'kept' }[];
};

/**
 * Brings the library to the state of the package's references, by citation key, inside the caller's transaction. Whether
 * one is retracted, and how strong its evidence is, stays as the library has it. Gives the id of each, and
 * what became of it.
 */
export async function importReferences(
  tx: Executor,
  input: { entries: ReferenceEntry[]; now: Date }
): Promise<ImportedReferences> {
  const { entries, now: updatedAt } = input;
  const { held, added, changed } = await changedReferences(tx, entries);
  const ids = new Map([...held].map(([key, { id }]) => [key, id]));
  for (const entry of added) ids.set(entry.id, crypto.randomUUID());
  await insertReferences(
    tx,
    added.map((entry) => ({
      id: ids.get(entry.id) ?? '',
      ...recordOf(entry),
      ...judgementOf(entry, updatedAt),
      updatedAt
    }))
  );
  for (const entry of changed) {
    await updateReference(tx, { id: ids.get(entry.id) ?? '', ...recordOf(entry), updatedAt });
  }
  const outcomes = entries.map((entry) => ({
    key: entry.id,
    outcome: added.includes(entry)
      ? ('added' as const)
      : changed.includes(entry)
        ? ('changed' as const)
        : ('kept' as const)
  }));
  return { ids, outcomes };
}
