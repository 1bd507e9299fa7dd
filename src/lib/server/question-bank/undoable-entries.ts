import { canUndoEntry } from '#lib/domain/question-bank/can-undo-entry.ts';
import { type BulkChange, type BulkEntry } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '../db/index.ts';
import { listPlaces, listTakenIds, listTouched } from './bulk-change-queries.ts';
import { previewBulkChange } from './preview-bulk-change.ts';
import { readBlockers } from './read-blockers.ts';

/** A bulk change that is being taken back. */
export type Undoing = {
  change: BulkChange;
  entries: BulkEntry[];
  madeAt: Date;
  actorId: string;
  now: Date;
};

/** Whether taking the change back gives the version to its reviewers again. */
export const returnsToReview = ({ effect }: BulkEntry): boolean => effect === 'back-to-draft';

/** Moves back that another item does not stand in the way of. */
async function movable(tx: Executor, { entries, change }: Undoing): Promise<BulkEntry[]> {
  const itemIds = entries.map(({ itemId }) => itemId);
  const places = new Map((await listPlaces(tx, itemIds)).map((row) => [row.itemId, row]));
  const taken = await listTakenIds(tx, [...new Set(entries.flatMap(({ before }) => before ?? []))]);
  const names = new Set(taken.map(({ bankId, externalId }) => `${bankId} ${externalId}`));
  return entries.filter(({ itemId, before }) => {
    const place = places.get(itemId);
    return place?.bankId === change.value && !names.has(`${before} ${place.externalId}`);
  });
}

/** Versions of entries that cannot go back to review as they are: what they cite or how they read was refused since. */
async function unfitForReview(tx: Executor, entries: BulkEntry[], actorId: string): Promise<Set<string>> {
  const itemIds = entries.map(({ itemId }) => itemId);
  const change: BulkChange = { kind: 'state', value: 'submit' };
  const unfit = new Set<string>();
  for (const { facts, effect } of await previewBulkChange(tx, { itemIds, change, actorId })) {
    if (effect === 'refused' && (await readBlockers(tx, facts.versionId)) !== null)
      unfit.add(facts.versionId);
  }
  return unfit;
}

/** The entries that are as the change left them; what was changed since, or cannot go back whole, is left alone. */
export async function undoableEntries(tx: Executor, undoing: Undoing): Promise<BulkEntry[]> {
  const { change, entries, actorId, madeAt } = undoing;
  if (change.kind === 'add-tag' || change.kind === 'remove-tag') return entries;
  if (change.kind === 'bank') return movable(tx, undoing);
  const versionIds = entries.map(({ versionId }) => versionId);
  const touched = new Map(
    (await listTouched(tx, { versionIds, madeBy: actorId, madeAt })).map((row) => [row.versionId, row])
  );
  const untouched = entries.filter((entry) =>
    canUndoEntry(entry, touched.get(entry.versionId) ?? null, change)
  );
  const unfit = await unfitForReview(tx, untouched.filter(returnsToReview), actorId);
  return untouched.filter(({ versionId }) => !unfit.has(versionId));
}
