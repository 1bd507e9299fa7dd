import { BULK_KINDS, canBeUndone, type BulkEntry } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockBulkChange, updateUndone } from './bulk-change-queries.ts';
import { deleteDrafts } from './bulk-copy-queries.ts';
import { listReached, lockItems } from './bulk-facts-queries.ts';
import {
  deleteTags,
  insertTags,
  updateBank,
  updateEdited,
  updateToDraft,
  updateToReview
} from './bulk-queries.ts';
import { lintVersions } from './relint-items.ts';
import { returnsToReview, undoableEntries, type Undoing } from './undoable-entries.ts';

/** For so long a bulk change can be undone. */
export const UNDO_HOURS = 24;

const versionsOf = (entries: BulkEntry[]) => entries.map(({ versionId }) => versionId);

const groupBy = (entries: BulkEntry[]) => Map.groupBy(entries, ({ before }) => before);

/** Gives versions to their reviewers again; approvals that were given before do not come back. */
const returnToReview = (tx: Executor, { actorId, now }: Undoing, entries: BulkEntry[]) =>
  updateToReview(tx, { versionIds: versionsOf(entries.filter(returnsToReview)), actorId, now });

async function undoEdit(tx: Executor, undoing: Undoing, entries: BulkEntry[]): Promise<void> {
  const { change, actorId, now } = undoing;
  await deleteDrafts(tx, versionsOf(entries.filter(({ effect }) => effect === 'next-version')));
  const edited = entries.filter(({ effect }) => effect !== 'next-version');
  for (const [before, group] of groupBy(edited)) {
    const changed = { versionIds: versionsOf(group), actorId, now };
    if (change.kind === 'objective') await updateEdited(tx, changed, { column: 'objective', value: before });
    else if (before !== null) await updateEdited(tx, changed, { column: 'difficulty', value: before });
  }
  const bare = change.kind === 'objective' ? edited.filter(({ before }) => before === null) : [];
  await lintVersions(tx, versionsOf(bare));
  await returnToReview(tx, undoing, edited);
}

async function undoStep(tx: Executor, undoing: Undoing, entries: BulkEntry[]): Promise<void> {
  if (undoing.change.value === 'withdraw') return returnToReview(tx, undoing, entries);
  const { actorId, now } = undoing;
  const asked = entries.filter(({ status }) => status === 'changes-asked');
  await updateToDraft(tx, { versionIds: versionsOf(asked), actorId, now }, 'changes-asked');
  const written = entries.filter((entry) => !asked.includes(entry));
  await updateToDraft(tx, { versionIds: versionsOf(written), actorId, now });
}

async function undo(tx: Executor, undoing: Undoing, entries: BulkEntry[]): Promise<void> {
  const { kind, value } = undoing.change;
  const itemIds = entries.map(({ itemId }) => itemId);
  switch (kind) {
    case 'add-tag':
      return deleteTags(tx, itemIds, value);
    case 'remove-tag':
      return insertTags(tx, itemIds, value);
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
      return undoStep(tx, undoing, entries);
    default:
      return kind satisfies never;
  }
}

const withinTime = (madeAt: Date, now: Date) => now.getTime() - madeAt.getTime() <= UNDO_HOURS * 3_600_000;

type Input = { bulkChangeId: string; actorId: string; now: Date };

/**
 * Undoes a bulk change of this person within a day. Items that were changed since, or that cannot go back whole, stay as
 * they are; they are counted. Whoever changed them stays their author.
 */
export function undoBulkChange(
  db: Executor,
  { bulkChangeId, actorId, now }: Input
): Promise<Result<{ undone: number; kept: number }, 'no-such-change' | 'too-late'>> {
  return db.transaction(async (tx) => {
    const found = await lockBulkChange(tx, { id: bulkChangeId, personId: actorId });
    const kind = BULK_KINDS.find((known) => known === found?.kind);
    if (!found || !kind || !canBeUndone({ kind, value: found.value })) return failure('no-such-change');
    const { value, entries: all, madeAt } = found;
    if (!withinTime(madeAt, now)) return failure('too-late');
    const itemIds = all.map(({ itemId }) => itemId);
    await lockItems(tx, itemIds);
    // Whoever left the team of an activity changes nothing in it any more, not even back.
    const reached = await listReached(tx, { itemIds, personId: actorId });
    const within = all.filter(({ itemId }) => reached.has(itemId));
    const undoing = { change: { kind, value }, entries: within, madeAt, actorId, now };
    const entries = await undoableEntries(tx, undoing);
    await undo(tx, undoing, entries);
    await updateUndone(tx, { id: bulkChangeId, personId: actorId, now });
    const subject = { kind: 'bulk-change', id: bulkChangeId };
    const detail = { undone: entries.length, kept: all.length - entries.length };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.undo-bulk-change',
      subject,
      detail
    });
    return success(detail);
  });
}
