import { isDeepStrictEqual } from 'node:util';
import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
import { findDuplicate } from '#lib/domain/reference/find-duplicates.ts';
import { isWorse } from '#lib/domain/reference/reference-status.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listLikelyDuplicates } from '../reference/entry-queries.ts';
import { updateReferenceStatus } from '../reference/reference-queries.ts';
import {
  insertReferences,
  listReferences,
  updateReference,
  type StoredReference
} from './reference-queries.ts';
import type { ReferenceEntry } from './references-schema.ts';

/** Fields of `custom` that have columns of their own. */
const COLUMNS = ['number', 'authorsTruncated', 'evidenceLevel', 'reviewDueOn', 'status', 'statusNote'];

/** What the library keeps of an entry of a package: the record, and what stands beside it. */
export function recordOf({ custom, ...csl }: ReferenceEntry): Omit<StoredReference, 'id'> {
  const others = Object.entries(custom).filter(([name]) => !COLUMNS.includes(name));
  return {
    citationKey: csl.id,
    csl,
    authorsTruncated: custom.authorsTruncated,
    custom: Object.fromEntries(others)
  };
}

type Bringing = { entries: ReferenceEntry[]; actorId: string | null; now: Date };

/** How the reference was judged elsewhere; all of it counts here only for one that the library does not know yet. */
const judgementOf = ({ custom }: ReferenceEntry, { actorId, now }: Bringing) => ({
  evidenceLevel: custom.evidenceLevel ?? '',
  reviewDueOn: custom.reviewDueOn ?? null,
  status: custom.status ?? ('current' as const),
  statusNote: custom.statusNote ?? '',
  statusChangedAt: custom.status === undefined ? null : now,
  statusChangedBy: custom.status === undefined ? null : actorId
});

type Held = Awaited<ReturnType<typeof listReferences>>[number];

const isChanged = (entry: ReferenceEntry, { citationKey, csl, authorsTruncated, custom }: Held) =>
  !isDeepStrictEqual({ citationKey, csl, authorsTruncated, custom }, recordOf(entry));

/** Doubt that the library does not know of; what it knows of is never lifted by a package. */
const isGraver = ({ custom }: ReferenceEntry, { status }: Held) =>
  custom.status !== undefined && isWorse(custom.status, status);

/** Takes over that a package calls a reference of ours retracted or doubtful. */
async function takeStatus(
  tx: Executor,
  { custom }: ReferenceEntry,
  { held, actorId, now }: { held: Held; actorId: string | null; now: Date }
): Promise<void> {
  const { status = held.status, statusNote: note = '' } = custom;
  await updateReferenceStatus(tx, { id: held.id, status, note, actorId, now });
  const before = { status: held.status, statusNote: held.statusNote };
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'reference.import-reference-status',
    subject: { kind: 'reference', id: held.id },
    before,
    after: { status, note }
  });
}

export type ImportedReference = {
  key: string;
  outcome: 'added' | 'changed' | 'kept';
  /** The key under which the library holds the same work already; null: it does not, or under this one. */
  twin: string | null;
};

type ImportedReferences = { ids: Map<string, string>; outcomes: ImportedReference[] };

/** An entry as the library's row holds it. */
const rowOf = (entry: ReferenceEntry, id: string, updatedAt: Date) => ({
  id,
  ...recordOf(entry),
  searchText: referenceSearchText(entry.id, recordOf(entry).csl),
  updatedAt
});

/** Adds what the library does not hold; gives the keys under which it holds the same works. */
async function add(
  tx: Executor,
  added: ReferenceEntry[],
  { ids, ...bringing }: Bringing & { ids: Map<string, string> }
) {
  const likely = await listLikelyDuplicates(
    tx,
    added.map((entry) => recordOf(entry).csl)
  );
  const idOf = ({ id }: ReferenceEntry) => ids.get(id) ?? '';
  await insertReferences(
    tx,
    added.map((entry) => ({ ...rowOf(entry, idOf(entry), bringing.now), ...judgementOf(entry, bringing) }))
  );
  return new Map(
    added.map((entry) => [entry.id, findDuplicate(recordOf(entry).csl, likely)?.held.citationKey ?? null])
  );
}

/**
 * Brings the library to the state of the package's references, by citation key, inside the caller's transaction: ask
 * `findForeignReferences` first. How strong the evidence is stays as the library has it, and so does how a reference stands,
 * unless the package knows of graver doubt. Gives the id of each, and what became of it.
 */
export async function importReferences(tx: Executor, bringing: Bringing): Promise<ImportedReferences> {
  const { entries, actorId, now } = bringing;
  const keys = entries.map(({ id }) => id);
  const held = new Map((await listReferences(tx, keys)).map((row) => [row.citationKey, row]));
  const ids = new Map(keys.map((key) => [key, held.get(key)?.id ?? crypto.randomUUID()]));
  const added = entries.filter(({ id }) => !held.has(id));
  const twins = await add(tx, added, { ...bringing, ids });
  const outcomes: ImportedReference[] = [];
  for (const entry of entries) {
    const former = held.get(entry.id);
    const [changes, doubts] = former ? [isChanged(entry, former), isGraver(entry, former)] : [false, false];
    if (former && changes) await updateReference(tx, rowOf(entry, former.id, now));
    if (former && doubts) await takeStatus(tx, entry, { held: former, actorId, now });
    const outcome = !former ? 'added' : changes || doubts ? 'changed' : 'kept';
    outcomes.push({ key: entry.id, outcome, twin: twins.get(entry.id) ?? null });
  }
  return { ids, outcomes };
}
