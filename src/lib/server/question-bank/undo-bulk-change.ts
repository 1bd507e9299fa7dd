import { BULK_KINDS, canBeUndone, type BulkEntry } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  listPlaces,
  listRevisions,
  listTakenIds,
  lockBulkChange,
  updateUndone
} from './bulk-change-queries.ts';
import { deleteDrafts } from './bulk-copy-queries.ts';
import { lockItems } from './bulk-facts-queries.ts';
import { deleteTags, insertTags, updateBank, updateEdited, updateToDraft } from './bulk-queries.ts';

/** For so long a bulk change can be undone. */
export const UNDO_HOURS = 24;

type Undoing = {
  kind: (typeof BULK_KINDS)[number];
  value: string;
  entries: BulkEntry[];
  actorId: string;
  now: Date;
};

/** Moves back that another item does not stand in the way of. */
async function movable(tx: Executor, { entries, value }: Undoing): Promise<BulkEntry[]> {
  const places = new Map(
    (
      await listPlaces(
        tx,
        entries.map(({ itemId }) => itemId)
      )
    ).map((row) => [row.itemId, row])
  );
  const taken = await listTakenIds(tx, [...new Set(entries.flatMap(({ before }) => before ?? []))]);
  const names = new Set(taken.map(({ bankId, externalId }) => `${bankId} ${externalId}`));
  return entries.filter(({ itemId, before }) => {
    const place = places.get(itemId);
    return place?.bankId === value && !names.has(`${before} ${place.externalId}`);
  });
}

/** The entries that are as the change left them; what was changed since is left alone. */
async function untouched(tx: Executor, undoing: Undoing): Promise<BulkEntry[]> {
  const { kind, entries } = undoing;
  if (kind === 'add-tag' || kind === 'remove-tag') return entries;
  if (kind === 'bank') return movable(tx, undoing);
  const versionIds = entries.map(({ versionId }) => versionId);
  const found = new Map((await listRevisions(tx, versionIds)).map((row) => [row.versionId, row]));
  return entries.filter(({ versionId, revision, effect }) => {
    const version = found.get(versionId);
    if (version === undefined || version.revision !== revision || version.status === 'live') return false;
    return effect !== 'next-version' || version.status === 'draft';
  });
}

const groupBy = (entries: BulkEntry[]) => Map.groupBy(entries, ({ before }) => before);

async function undoEdit(tx: Executor, { kind, actorId, now }: Undoing, entries: BulkEntry[]): Promise<void> {
  const made = entries.filter(({ effect }) => effect === 'next-version');
  await deleteDrafts(
    tx,
    made.map(({ versionId }) => versionId)
  );
  const column = kind === 'objective' ? 'objective' : 'difficulty';
  for (const [before, group] of groupBy(entries.filter((entry) => !made.includes(entry)))) {
    const versionIds = group.map(({ versionId }) => versionId);
    if (before !== null) await updateEdited(tx, { versionIds, actorId, now }, { column, value: before });
  }
}

async function undo(tx: Executor, undoing: Undoing, entries: BulkEntry[]): Promise<void> {
  const itemIds = entries.map(({ itemId }) => itemId);
  const versionIds = entries.map(({ versionId }) => versionId);
  switch (undoing.kind) {
    case 'add-tag':
      return deleteTags(tx, itemIds, undoing.value);
    case 'remove-tag':
      return insertTags(tx, itemIds, undoing.value);
    case 'objective':
    case 'difficulty':
      return undoEdit(tx, undoing, entries);
    case 'bank':
      for (const [before, group] of groupBy(entries)) {
        const moved = group.map(({ itemId }) => itemId);
        if (before !== null) await updateBank(tx, moved, before);
      }
      return;
    case 'state':
      return updateToDraft(tx, { versionIds, actorId: undoing.actorId, now: undoing.now });
    default:
      return undoing.kind satisfies never;
  }
}

const withinTime = (madeAt: Date, now: Date) => now.getTime() - madeAt.getTime() <= UNDO_HOURS * 3_600_000;

type Input = { bulkChangeId: string; actorId: string; now: Date };

/** Undoes a bulk change of this person within a day. Items that were changed since stay as they are; they are counted. */
export function undoBulkChange(
  db: Executor,
  { bulkChangeId, actorId, now }: Input
): Promise<Result<{ undone: number; kept: number }, 'no-such-change' | 'too-late'>> {
  return db.transaction(async (tx) => {
    const found = await lockBulkChange(tx, { id: bulkChangeId, personId: actorId });
    const kind = BULK_KINDS.find((known) => known === found?.kind);
    if (!found || !kind || !canBeUndone({ kind, value: found.value })) return failure('no-such-change');
    if (!withinTime(found.madeAt, now)) return failure('too-late');
    const undoing = { kind, value: found.value, entries: found.entries, actorId, now };
    await lockItems(
      tx,
      found.entries.map(({ itemId }) => itemId)
    );
    const entries = await untouched(tx, undoing);
    await undo(tx, undoing, entries);
    await updateUndone(tx, { id: bulkChangeId, personId: actorId, now });
    const subject = { kind: 'bulk-change', id: bulkChangeId };
    const counts = { undone: entries.length, kept: found.entries.length - entries.length };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.undo-bulk-change',
      subject,
      detail: counts
    });
    return success(counts);
  });
}
