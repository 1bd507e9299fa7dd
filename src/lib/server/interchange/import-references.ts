import { isDeepStrictEqual } from 'node:util';
import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
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

/** An entry as the library's row holds it. */
const rowOf = (entry: ReferenceEntry, id: string, updatedAt: Date) => ({
  id,
  ...recordOf(entry),
  searchText: referenceSearchText(entry.id, recordOf(entry).csl),
  updatedAt
});

/**
 * Brings the library to the state of the package's references, by citation key, inside the caller's transaction. Whether
 * one is retracted, and how strong its evidence is, stays as the library has it. Gives the id of each, and what became of
 * it.
 */
export async function importReferences(
  tx: Executor,
  { entries, now }: { entries: ReferenceEntry[]; now: Date }
): Promise<ImportedReferences> {
  const { held, added, changed } = await changedReferences(tx, entries);
  const ids = new Map([...held].map(([key, { id }]) => [key, id]));
  for (const entry of added) ids.set(entry.id, crypto.randomUUID());
  const rowFor = (entry: ReferenceEntry) => rowOf(entry, ids.get(entry.id) ?? '', now);
  await insertReferences(
    tx,
    added.map((entry) => ({ ...rowFor(entry), ...judgementOf(entry, now) }))
  );
  for (const entry of changed) await updateReference(tx, rowFor(entry));
  const outcomeOf = (entry: ReferenceEntry) =>
    added.includes(entry) ? 'added' : changed.includes(entry) ? 'changed' : 'kept';
  return { ids, outcomes: entries.map((entry) => ({ key: entry.id, outcome: outcomeOf(entry) })) };
}
